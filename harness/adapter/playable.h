// Whether a connector can take part in a scenario.
#pragma once

#include <optional>
#include <string>

#include "harness/adapter/adapter.h"
#include "harness/scenario/scenario.h"

namespace adapter {

// Why it cannot, as a sentence; nothing if it can.
std::optional<std::string> why_not(const scenario::Scenario& scenario, const Adapter& adapter);

}  // namespace adapter
