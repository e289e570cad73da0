// Results for programs: one JSON document, described in docs/interfaces.md.
#pragma once

#include <span>
#include <string>

#include "harness/runner/report_junit.h"

namespace runner {

// Members in a fixed order, times as seconds of the world, secrets taken out; ends with a line break.
std::string report_json(std::span<const ReportedRun> runs);

// "passed", "failed", "xfail", "xpass", "skipped".
std::string_view name_of(Verdict verdict);

}  // namespace runner
