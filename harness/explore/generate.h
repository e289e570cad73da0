// Random stories: lists of Steps that a person could have written.
#pragma once

#include <cstdint>
#include <vector>

#include "harness/explore/parameters.h"
#include "harness/scenario/scenario.h"

namespace explore {

// How long a run may take to become right when nothing goes wrong any more, in the world's time. Ten failures
// of a line wait for three minutes in all, and an end waits ninety seconds for lines that are missing.
inline constexpr base::Duration healing_time = std::chrono::minutes{10};

// The story of a seed: the drawn steps, and a healing at the end. The same on every machine. Every text is
// different from every other, so that each can be followed.
std::vector<scenario::Step> generate(const Parameters& parameters, std::uint64_t seed);

}  // namespace explore
