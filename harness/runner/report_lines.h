// Results as lines for other programs: the Test Anything Protocol, and annotations of GitHub Actions.
#pragma once

#include <span>
#include <string>

#include "harness/runner/report_junit.h"

namespace runner {

// TAP version 14; a skipped case is SKIP, a known failure TODO, as the protocol calls them.
std::string report_tap(std::span<const ReportedRun> runs);

// "::error file=...,line=...,col=...,title=...::..." for each failure (workflow commands of GitHub Actions);
// empty if everything is good.
std::string report_github(std::span<const ReportedRun> runs);

}  // namespace runner
