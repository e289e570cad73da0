// Reads the value of a `fault` step.
#pragma once

#include "foundation/document/fields.h"
#include "harness/scenario/step.h"

namespace scenario {

InjectFault read_fault(const document::Node& node, document::Problems& problems);

}  // namespace scenario
