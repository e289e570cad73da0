#include "harness/doctor/verdict.h"

#include <fmt/format.h>

#include <algorithm>

namespace doctor {

std::vector<Exchange> those(const std::vector<Exchange>& exchanges, Judge judge) {
    std::vector<Exchange> found;
    for (const Exchange& exchange : exchanges)
        if (was_asked(exchange.answer) && judge(exchange.answer)) found.push_back(exchange);
    return found;
}

bool is_refused(const Answer& answer) { return was_asked(answer) && !is_accepted(answer); }

bool accepted(const std::vector<Exchange>& exchanges, std::string_view name) {
    return std::ranges::any_of(exchanges, [&](const Exchange& exchange) {
        return exchange.name == name && is_accepted(exchange.answer);
    });
}

void add_finding(Diagnosis& diagnosis, std::string_view check, Mistake mistake, std::string sent,
                 const std::vector<Exchange>& exchanges) {
    diagnosis.findings.push_back({mistake, std::move(sent), describe(exchanges)});
    diagnosis.checks.push_back({check, Verdict::Found, std::string(advice_on(mistake).title)});
}

void add_passed(Diagnosis& diagnosis, std::string_view check, const std::vector<Exchange>& exchanges,
                std::string_view what) {
    const bool is_complete =
        std::ranges::all_of(exchanges, [](const Exchange& exchange) { return was_asked(exchange.answer); });
    if (is_complete)
        diagnosis.checks.push_back({check, Verdict::Passed, fmt::format("{} {}", exchanges.size(), what)});
    else
        diagnosis.checks.push_back({check, Verdict::NotJudged, std::string(time_was_over)});
}

}  // namespace doctor
