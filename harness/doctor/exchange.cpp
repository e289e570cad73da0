#include "harness/doctor/exchange.h"

#include <fmt/format.h>

namespace doctor {
namespace {

using host::TransportFailure;

constexpr int status_ok_first = 200;
constexpr int status_redirect_first = 300;
constexpr int status_server_first = 500;

std::string describe(TransportFailure failure, base::Duration took) {
    switch (failure) {
        case TransportFailure::Refused:
            return "connection refused";
        case TransportFailure::Broken:
            return "connection closed without an answer";
        case TransportFailure::TimedOut:
            return fmt::format("no answer within {}", base::to_seconds_text(took));
    }
    return {};
}

}  // namespace

bool was_asked(const Answer& answer) { return !std::holds_alternative<NotAsked>(answer.outcome); }

int status_of(const Answer& answer) {
    const auto* const response = std::get_if<http::Response>(&answer.outcome);
    return response == nullptr ? 0 : response->status;
}

bool is_accepted(const Answer& answer) {
    const int status = status_of(answer);
    return status >= status_ok_first && status < status_redirect_first;
}

bool is_declined(const Answer& answer) {
    const int status = status_of(answer);
    return status >= status_redirect_first && status < status_server_first;
}

bool is_crash(const Answer& answer) {
    return status_of(answer) >= status_server_first || is_transport(answer, TransportFailure::Broken);
}

bool is_transport(const Answer& answer, TransportFailure failure) {
    const auto* const found = std::get_if<TransportFailure>(&answer.outcome);
    return found != nullptr && *found == failure;
}

std::string describe(const Answer& answer) {
    return std::visit(
        host::Overloaded{[](const http::Response& response) { return fmt::format("{}", response.status); },
                         [&](TransportFailure failure) { return describe(failure, answer.took); },
                         [](NotAsked) { return std::string("not sent"); }},
        answer.outcome);
}

std::string describe(const std::vector<Exchange>& exchanges) {
    std::string out;
    for (const Exchange& exchange : exchanges)
        out += fmt::format("{}{}: {}", out.empty() ? "" : ", ", exchange.name, describe(exchange.answer));
    return out;
}

}  // namespace doctor
