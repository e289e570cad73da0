// What is drawn once for a run, before its steps: which kinds of steps exist in it at all, and how often
// each. A run in which everything may happen seldom gets deep; one in which only four things may happen does.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "harness/explore/kind.h"

namespace explore {

inline constexpr int steps_at_least = 4;
inline constexpr int steps_at_most = 120;
inline constexpr int customers_at_most = 3;
inline constexpr int weight_at_most = 8;

struct Parameters {
    std::map<Kind, int> weights;  // a kind that is missing does not exist in the run
    int steps = steps_at_least;
    int customers = 1;
    friend bool operator==(const Parameters&, const Parameters&) = default;
};

// The same on every machine for the same seed.
Parameters draw_parameters(std::uint64_t seed);

// "steps 40, customers 2, accept 3, say 5, ...", for people.
std::string describe(const Parameters& parameters);

}  // namespace explore
