// One scenario in one world, from its fresh directory to its result.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "harness/command/exit_code.h"
#include "harness/command/loaded_scenario.h"
#include "harness/command/run_settings.h"
#include "harness/runner/report_junit.h"

namespace command {

struct PlannedCase {
    const LoadedScenario* loaded;  // outlives the plan
    scenario::WorldKind kind;
};

struct PlayedCase {
    std::optional<runner::ReportedRun> run;  // nullopt: it could not be played, or was interrupted
    ExitCode code = ExitCode::Passed;
    std::string trouble;  // why it could not be played, ending with a line break
    std::string trace;    // secrets taken out
};

// Takes progress lines, from any thread.
using TellProgress = std::function<void(const std::string&)>;

// May run at the same time as others: it shares no file and no port with them.
PlayedCase play_case(const PlannedCase& planned, const RunSettings& settings, const Worlds& worlds,
                     const TellProgress& tell);

}  // namespace command
