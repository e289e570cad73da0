// How the facts of the platform are told in the event feed.
#pragma once

#include <optional>

#include "mock-genesys/core/platform.h"
#include "mock-genesys/service/event.h"

namespace mock {

// nullopt if the message it is about has been forgotten already.
std::optional<Event> event_of(const Fact& fact, const Platform& platform);

}  // namespace mock
