// Simpler versions of steps, to be tried when a story shrinks.
#pragma once

#include <vector>

#include "harness/scenario/step.h"

namespace explore {

// The simplest first; empty if it is as simple as it gets. Texts keep their first two words, which tell them
// apart.
std::vector<scenario::Step> simpler_than(const scenario::Step& step);

// The whole story with one customer's or agent's name replaced by that of another.
std::vector<std::vector<scenario::Step>> renamed(const std::vector<scenario::Step>& steps);

}  // namespace explore
