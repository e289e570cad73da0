// handover fmt: the layout of a scenario file, with every comment where it stands.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "harness/command/exit_code.h"

namespace command {

// The text with line ends of Unix, no blanks at line ends, at most one empty line between others, none at the
// beginning and the end, and a space inside of braces: { a: 1 }. Words, order and comments stay; lines of
// block texts (| and >) are left alone.
std::string laid_out(std::string_view text);

enum class Layout { Write, Check };

// Lays the files out, parts too, or says which are not and fails. A file that is no scenario is left alone.
ExitCode lay_out(const std::vector<std::string>& paths, Layout layout, std::ostream& out, std::ostream& err);

}  // namespace command
