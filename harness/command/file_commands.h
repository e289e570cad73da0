// handover check and handover list: what can be said of scenario files without playing them.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "harness/command/exit_code.h"

namespace command {

// Every problem of every file, with the number of files that are right at the end.
ExitCode check(const std::vector<std::string>& paths, std::ostream& out, std::ostream& err);

// What is allowed and most likely not meant: Failed if there is any.
ExitCode lint(const std::vector<std::string>& paths, std::ostream& out, std::ostream& err);

// One line for each file: path, worlds, tags, title.
ExitCode list(const std::vector<std::string>& paths, std::ostream& out, std::ostream& err);

}  // namespace command
