// A scenario with the files it stands on.
#pragma once

#include <expected>
#include <string>
#include <vector>

#include "harness/command/source_files.h"
#include "harness/scenario/scenario.h"

namespace command {

struct LoadedScenario {
    SourceFile file;
    std::string case_name;  // of the row of its matrix; empty without one
    scenario::Scenario scenario;
    SourceFile organisation;
    SourceFile bridge;
};

// "path", or "path [status=503]" for a row of a matrix: how reports call it.
std::string shown_name(const LoadedScenario& loaded);

// Parses the scenario, cuts it behind the step of "path:line" and reads organisation and bridge file; one for
// each row of a matrix, at least one. The error is every problem, rendered for people.
std::expected<std::vector<LoadedScenario>, std::string> load(const SourceFile& file);

}  // namespace command
