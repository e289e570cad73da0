// Reads what an expectation wants: a target key with the pattern of its events.
#pragma once

#include "foundation/document/fields.h"
#include "harness/scenario/step.h"

namespace scenario {

// Problems are added; what is returned then is only good for finding more of them.
Matcher read_matcher(const document::Node& node, document::Problems& problems);
Pattern read_pattern(const document::Entry& entry, document::Problems& problems);

}  // namespace scenario
