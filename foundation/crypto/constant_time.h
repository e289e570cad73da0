// Comparison whose duration tells nothing about where two secrets differ.
#pragma once

#include <string_view>

namespace crypto {

// Time depends on the lengths only; unequal lengths are unequal.
bool equal_in_constant_time(std::string_view left, std::string_view right);

}  // namespace crypto
