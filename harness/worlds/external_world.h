// The external world: mock-genesys and somebody else's connector as processes, over real sockets on this
// machine.
#pragma once

#include <expected>
#include <memory>
#include <string>

#include "harness/adapter/adapter.h"
#include "harness/runner/world.h"

namespace worlds {

// Starts the mock, then the connector as the adapter says, in `directory`, and points the integration's
// webhook at it. Everything is stopped when the world is destroyed. The mock's time is real time times
// settings.time_scale; the connector's own is real.
std::expected<std::unique_ptr<runner::World>, runner::WorldFailure> make_external_world(
    const runner::WorldSettings& settings, const adapter::Adapter& adapter, const std::string& directory);

}  // namespace worlds
