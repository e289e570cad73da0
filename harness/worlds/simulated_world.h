// The simulated world: the mock and the bridge as Hosts of one sim::World, in virtual time.
#pragma once

#include <expected>
#include <memory>
#include <string_view>

#include "harness/runner/world.h"

namespace worlds {

inline constexpr std::string_view simulated_genesys_origin = "http://genesys.sim:80";
inline constexpr std::string_view simulated_bridge_origin = "http://bridge.sim:80";

// Starts both programs on what the two files say, except for where they find each other: the bridge calls the
// simulated Genesys, and the integration of its deployment name gets the bridge's webhook. A problem of a
// file is the user's (is_input) and names every line. A program that breaks the Host contract stops the
// process with the story.
std::expected<std::unique_ptr<runner::World>, runner::WorldFailure> make_simulated_world(
    const runner::WorldSettings& settings);

}  // namespace worlds
