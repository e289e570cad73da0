// A scenario with the files it stands on.
#pragma once

#include <expected>
#include <string>

#include "harness/command/source_files.h"
#include "harness/scenario/scenario.h"

namespace command {

struct LoadedScenario {
    SourceFile file;
    scenario::Scenario scenario;
    SourceFile organisation;
    SourceFile bridge;
};

// Parses the scenario, cuts it behind the step of "path:line" and reads organisation and bridge file. The
// error is every problem, rendered for people.
std::expected<LoadedScenario, std::string> load(const SourceFile& file);

}  // namespace command
