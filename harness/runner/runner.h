// Plays a scenario in a world.
#pragma once

#include "harness/runner/result.h"
#include "harness/runner/surroundings.h"
#include "harness/runner/world.h"
#include "harness/scenario/scenario.h"

namespace runner {

struct RunOptions {
    std::uint64_t seed = 1;
    // How far `until: idle` looks for something pending; in worlds that cannot look, how long it waits. The
    // default is longer than the 85 s after which the vendor has given up a webhook.
    base::Duration idle_horizon = std::chrono::seconds{120};
    // What becomes of a step that cannot be done as things are, an agent who accepts when nothing rings: it
    // fails the run, or it is passed over and marked. Broken promises always fail it.
    enum class Impossible { Fails, IsPassedOver } impossible = Impossible::Fails;
};

// Plays the steps in order, stops at the first hard failure, and judges at the end whether every customer's
// lines were accepted and the chat channel kept its promises.
ScenarioResult run_scenario(const scenario::Scenario& scenario, World& world,
                            const Surroundings& surroundings, const RunOptions& options);

}  // namespace runner
