// What is allowed in a scenario, and is most likely not what its writer meant.
#pragma once

#include "harness/scenario/scenario.h"

namespace scenario {

// In the order of the file: captures that nothing uses, expectations that cannot be reached because the
// bridge is down, crashes of what is down, restarts of what runs, faults that nothing can meet, scenarios
// that prove nothing.
document::Problems lint(const Scenario& scenario);

}  // namespace scenario
