// Results for CI systems: JUnit XML, one suite per world and one case per scenario file.
#pragma once

#include <span>
#include <string>

#include "harness/runner/redact.h"
#include "harness/runner/report_text.h"
#include "harness/runner/result.h"

namespace runner {

struct ReportedRun {
    ReportedFile file;
    ScenarioResult result;
    Redactor redact;
};

// Well-formed XML 1.0 in UTF-8; characters that XML cannot hold become U+FFFD. Times are the world's, in
// seconds.
std::string report_junit(std::span<const ReportedRun> runs);

std::string escape_xml(std::string_view text);

}  // namespace runner
