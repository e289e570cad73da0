// A result for people.
#pragma once

#include <string>
#include <string_view>

#include "harness/runner/redact.h"
#include "harness/runner/result.h"

namespace runner {

// The file a result belongs to, as the command line named it.
struct ReportedFile {
    std::string path;
    std::string text;
    std::string case_name{};  // of a row of its matrix; empty without one
};

// "path", or "path [status=503]".
std::string shown_name(const ReportedFile& file);

enum class Colour { Off, On };

// "PASS path  [simulated, 12 steps, t=4.010s]", one line; XFAIL and SKIP say why.
std::string report_line(const ScenarioResult& result, const ReportedFile& file, Colour colour);

// Below a FAIL line, for each failure: where, the line with a caret, wanted and got, the closest event,
// captures, the last happenings and the command that plays it again. Empty for a result that is good.
std::string report_failures(const ScenarioResult& result, const ReportedFile& file, const Redactor& redact);

}  // namespace runner
