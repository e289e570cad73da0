// handover run: plays scenario files and reports.
#pragma once

#include <iosfwd>

#include "harness/command/exit_code.h"
#include "harness/command/run_settings.h"

namespace command {

// Results to `out`: the seed, one line for each case and world, failures, the summary, the seed again; in the
// order of the files, however many are played at the same time. Progress and what is wrong with files or the
// machine to `err`.
ExitCode run(const RunSettings& settings, const Worlds& worlds, std::ostream& out, std::ostream& err);

}  // namespace command
