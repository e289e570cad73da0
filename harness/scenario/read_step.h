// Reads one item of `steps`.
#pragma once

#include <optional>

#include "foundation/document/fields.h"
#include "harness/scenario/step.h"

namespace scenario {

// nullopt when it is not even known which step is meant; problems are added in every case.
std::optional<Step> read_step(const document::Node& node, document::Problems& problems);

}  // namespace scenario
