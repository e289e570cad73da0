// Makes a story that breaks a promise as small as it gets, so that a person sees at once what it takes.
//
// Theory of operation. First steps are taken away, in runs of half, a quarter, ... of them and then one by
// one, for as long as what is left still breaks the same promise (delta debugging). Then the steps themselves
// are made simpler: shorter texts and times, fewer faults, the first customer and agent instead of others. A
// try that breaks another promise, or none, is dropped. What could not be done in the try that was kept is
// taken away too.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "harness/explore/play.h"

namespace explore {

inline constexpr std::size_t shrink_tries_max = 3000;

struct Shrunk {
    std::vector<scenario::Step> steps;
    Finding finding;
    std::size_t tries = 0;
    std::size_t steps_before = 0;
};

// Plays a story; a shrinker needs nothing else of the world.
using Try = std::function<Played(const std::vector<scenario::Step>&)>;

// `steps` break a promise: `found` says which.
Shrunk shrink(std::vector<scenario::Step> steps, const Played& found, const Try& attempt);

}  // namespace explore
