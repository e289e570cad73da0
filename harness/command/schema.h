// handover schema: the grammar of scenario files as JSON Schema, for editors and validators.
#pragma once

#include <string>

namespace command {

// JSON Schema, draft 7 (what the YAML language server knows best), made from the grammar's tables. It accepts
// every file that handover accepts; what needs more than one step to be judged it lets pass.
std::string scenario_schema();

}  // namespace command
