#include "mock-genesys/service/webhooks.h"

#include <algorithm>
#include <utility>

#include "foundation/base/check.h"
#include "foundation/http/uri.h"
#include "mock-genesys/api/signature.h"

namespace mock {
namespace {

AttemptFailure failure_from(host::TransportFailure failure) {
    switch (failure) {
        case host::TransportFailure::Refused:
            return AttemptFailure::Refused;
        case host::TransportFailure::Broken:
            return AttemptFailure::Broken;
        case host::TransportFailure::TimedOut:
            return AttemptFailure::TimedOut;
    }
    std::unreachable();
}

std::string words_of(AttemptFailure failure) {
    switch (failure) {
        case AttemptFailure::Refused:
            return "refused";
        case AttemptFailure::Broken:
            return "connection broken";
        case AttemptFailure::TimedOut:
            return "timed out";
    }
    std::unreachable();
}

AttemptResult result_of(const host::CallFinished& finished) {
    if (const auto* const response = std::get_if<http::Response>(&finished.result)) return response->status;
    return failure_from(std::get<host::TransportFailure>(finished.result));
}

host::Call call_for(host::CallId id, const Integration& integration, const std::string& body) {
    const auto url = http::parse_url(integration.webhook_url);
    base::check(url.has_value(), "a webhook URL is checked before it is taken");
    http::Request request{"POST",
                          url->target,
                          {{"Content-Type", "application/json"},
                           {std::string(signature_header), sign(integration.webhook_secret, body)}},
                          body};
    for (const auto& [name, value] : integration.webhook_headers) request.headers.add(name, value);
    return {id, url->origin(), std::move(request), attempt_timeout};
}

}  // namespace

Webhooks::Webhooks(const Organisation& organisation)
    : organisation_(organisation), deliveries_(organisation.switches.webhook_order) {}

std::optional<Webhooks::Attempt> Webhooks::take_due(base::TimePoint now) {
    const auto attempt = deliveries_.take_due(now);
    if (!attempt) return std::nullopt;
    const Delivery& delivery = *attempt->delivery;
    const auto integration =
        std::ranges::find(organisation_.integrations, delivery.integration, &Integration::id);
    base::check(integration != organisation_.integrations.end(), "a delivery belongs to an integration");
    const host::CallId id{next_call_++};
    calls_.emplace(id, attempt->id);
    return Attempt{call_for(id, *integration, delivery.body),
                   {"webhook.attempt",
                    {{"messageId", delivery.message.text()},
                     {"conversationId", delivery.conversation.text()},
                     {"attempt", std::int64_t{attempt->number}},
                     {"url", integration->webhook_url}}}};
}

Webhooks::Outcome Webhooks::finished(const host::CallFinished& finished, base::TimePoint now) {
    const auto call = calls_.extract(finished.id);
    base::check(!call.empty(), "a call finishes once");
    const AttemptResult result = result_of(finished);
    const Deliveries::Outcome outcome = deliveries_.finished(call.mapped(), result, now);
    Event event{"webhook.outcome",
                {{"messageId", outcome.delivery.message.text()},
                 {"conversationId", outcome.delivery.conversation.text()},
                 {"attempt", std::int64_t{outcome.attempt}}}};
    std::string failure;
    if (const int* const status = std::get_if<int>(&result)) {
        event.fields.push_back({"status", std::int64_t{*status}});
        failure = "answered " + std::to_string(*status);
    } else {
        failure = words_of(std::get<AttemptFailure>(result));
        event.fields.push_back({"failure", failure});
    }
    if (outcome.verdict == DeliveryVerdict::Delivered) failure.clear();
    event.fields.push_back({"verdict", std::string(name_of(outcome.verdict))});
    return {std::move(event), outcome.verdict, outcome.delivery.kind, outcome.delivery.message,
            std::move(failure)};
}

}  // namespace mock
