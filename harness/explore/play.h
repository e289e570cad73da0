// Plays a story once in a fresh world and judges it by every promise.
#pragma once

#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "harness/runner/result.h"
#include "harness/runner/surroundings.h"
#include "harness/runner/world.h"
#include "harness/scenario/scenario.h"

namespace explore {

// What stories are played against.
struct Setting {
    // A fresh world; nullptr if there is none, which is a mistake of the files that were checked before.
    std::function<std::unique_ptr<runner::World>(std::uint64_t seed)> make_world;
    runner::Surroundings surroundings;
};

struct Finding {
    std::string promise;             // the name of what was broken
    std::string what;                // a sentence
    std::vector<std::string> story;  // the facts that show it
    std::size_t step = 0;            // index of the step at which it showed
};

struct Played {
    std::optional<Finding> finding;
    std::vector<bool> was_possible;  // by step; those behind the finding were not
    std::uint64_t trace_hash = 0;
    std::set<std::string> situations;  // names of trace events and handover states that occurred
    std::size_t facts = 0;
    base::Duration took{};  // in the world's time
};

Played play(const std::vector<scenario::Step>& steps, std::uint64_t seed, const Setting& setting);

// The steps that could be done, up to the one that showed the finding, which is last.
std::vector<scenario::Step> performed(const std::vector<scenario::Step>& steps, const Played& played);

}  // namespace explore
