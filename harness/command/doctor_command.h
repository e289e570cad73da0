// handover doctor: examines a webhook receiver.
#pragma once

#include <functional>
#include <iosfwd>
#include <string>

#include "harness/command/exit_code.h"
#include "harness/doctor/examination.h"
#include "harness/doctor/report_text.h"

namespace command {

enum class ReportForm { Text, Json };

struct DoctorSettings {
    std::string url;
    std::string secret;
    doctor::Addresses addresses;
    std::string seen_url;           // empty: the receiver shows nothing
    std::string slow_after = "5s";  // as people write durations
    int tries = 0;                  // again, with a pause, while nothing listens
    ReportForm form = ReportForm::Text;
    doctor::Colour colour = doctor::Colour::Off;
    std::uint64_t seed = 1;
    base::UtcTime begin;
};

// What main wires: sending, and the pause between two looks at something that is not there yet.
struct Outside {
    doctor::Ask ask;
    std::function<void()> pause;
};

// The diagnosis to `out`. Failed: there are findings. Usage: an option is wrong. Infrastructure: nothing
// listens at the URL.
ExitCode examine_receiver(const DoctorSettings& settings, const Outside& outside, std::ostream& out,
                          std::ostream& err);

}  // namespace command
