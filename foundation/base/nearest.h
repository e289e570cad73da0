// "Did you mean": the allowed name that a person most likely meant.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace base {

// The candidate with the smallest edit distance to `word` (case ignored, a swap of neighbours counts one), or
// empty when even that is too far (more than a third of the word plus one) to be a helpful guess.
std::string_view nearest_name(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace base
