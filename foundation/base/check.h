// Always-on assertions: a broken contract stops the program in every build, and in simulation is a find.
#pragma once

#include <source_location>
#include <string_view>

namespace base {

// Aborts with "file:line: contract broken: what" on stderr.
[[noreturn]] void contract_broken(std::string_view what, std::source_location where);

// Stops the program unless holds. One fact per check.
inline void check(bool holds, std::string_view what,
                  std::source_location where = std::source_location::current()) {
    if (!holds) contract_broken(what, where);
}

}  // namespace base
