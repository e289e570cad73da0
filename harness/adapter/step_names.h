// What adapter files call the steps that a connector may be unable to take part in: the words of the grammar,
// without names of actors.
#pragma once

#include <string>
#include <vector>

#include "harness/scenario/step.h"

namespace adapter {

// "customer.repeats", "fault", "bot.resumes"; an expectation is called as what it looks at. Empty for steps
// that every connector takes part in, because they are between the runner and Genesys Cloud alone.
std::string step_name(const scenario::Action& action);
std::string step_name(scenario::Target target);

// Everything that step_name() may return, but the empty text.
std::vector<std::string> all_step_names();

}  // namespace adapter
