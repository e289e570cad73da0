// From exchanges to a line of the examination and, if need be, a finding.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "harness/doctor/diagnosis.h"
#include "harness/doctor/exchange.h"

namespace doctor {

using Judge = bool (*)(const Answer&);

// Those that were sent and for which `judge` holds.
std::vector<Exchange> those(const std::vector<Exchange>& exchanges, Judge judge);
// Sent, and not answered with 2xx.
bool is_refused(const Answer& answer);
// The exchange of that name is there and its answer is 2xx.
bool accepted(const std::vector<Exchange>& exchanges, std::string_view name);

// Adds the finding, and the check of that name as found.
void add_finding(Diagnosis& diagnosis, std::string_view check, Mistake mistake, std::string sent,
                 const std::vector<Exchange>& exchanges);

// Adds the check as passed with "9 of 9 `what`", or as not judged when some were not sent.
void add_passed(Diagnosis& diagnosis, std::string_view check, const std::vector<Exchange>& exchanges,
                std::string_view what);

inline constexpr std::string_view time_was_over = "the time was over, or the receiver had gone";

}  // namespace doctor
