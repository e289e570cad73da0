// Names that a scenario uses and the steps that must have introduced them: captures and customers.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "foundation/document/fields.h"
#include "harness/scenario/step.h"

namespace scenario {

// The names in "Hello ${a} and ${b}".
std::vector<std::string> captures_in(std::string_view text);

// The names that a step captures.
std::vector<std::string> captured_by(const Action& action);

// A capture must be made above its use; a customer must have said something above the step that looks at it,
// or a `never` about it could not fail.
document::Problems check_references(const std::vector<Step>& steps);

}  // namespace scenario
