// The section "switches" of the organisation file (docs/interfaces.md, section 2).
#pragma once

#include "foundation/document/fields.h"
#include "mock-genesys/core/switches.h"

namespace mock {

Switches read_switches(const document::Node& node, document::Problems& problems);

}  // namespace mock
