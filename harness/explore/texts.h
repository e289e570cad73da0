// Texts as people and programs write them.
#pragma once

#include <string>

namespace explore {

// A text that begins with the mark, which makes it unlike any other: mostly short, sometimes of any
// characters that Unicode has, sometimes long. Only inside a generator of RapidCheck.
std::string draw_text(const std::string& mark);

}  // namespace explore
