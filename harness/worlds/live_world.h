// The live world: mock-genesys and handover-bridge as processes of their own, over real sockets on this
// machine.
#pragma once

#include <expected>
#include <memory>

#include "harness/runner/world.h"

namespace worlds {

// Starts both programs from settings.binary_directory, with their files in settings.work_directory, and
// points the integration's webhook at the bridge. Everything is stopped when the world is destroyed. The
// world's time is real time times settings.time_scale, in the programs alike.
std::expected<std::unique_ptr<runner::World>, runner::WorldFailure> make_live_world(
    const runner::WorldSettings& settings);

}  // namespace worlds
