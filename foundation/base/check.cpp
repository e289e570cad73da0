#include "foundation/base/check.h"

#include <cstdio>
#include <cstdlib>

namespace base {

void contract_broken(std::string_view what, std::source_location where) {
    std::fprintf(stderr, "%s:%u: contract broken: %.*s\n", where.file_name(), where.line(),
                 static_cast<int>(what.size()), what.data());
    std::abort();
}

}  // namespace base
