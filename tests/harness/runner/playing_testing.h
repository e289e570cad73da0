// Plays steps, written as in a file, in a fake world.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "harness/runner/runner.h"
#include "tests/harness/runner/fake_world_testing.h"

namespace runner {

inline constexpr const char* played_head = "version: 1\ntitle: t\nwhy: w\nsteps:\n";

inline ScenarioResult play(FakeWorld& world, const std::string& steps) {
    const auto scenario = scenario::parse(played_head + steps);
    EXPECT_TRUE(scenario) << (scenario ? "" : scenario.error().front().what);
    if (!scenario) return {};
    const Surroundings surroundings{"token", "hook-secret", "chatbot", "i1", {"hook-secret"}};
    return run_scenario(*scenario, world, surroundings, {.seed = 7});
}

// "wanted ..., got ..." of each failure.
inline std::string failures_of(const ScenarioResult& result) {
    std::string out;
    for (const Failure& failure : result.failures)
        out += std::to_string(failure.step_at.line) + " wanted " + failure.wanted + ", got " + failure.got +
               "\n";
    return out;
}

}  // namespace runner
