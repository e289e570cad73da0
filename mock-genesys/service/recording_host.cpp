#include "mock-genesys/service/recording_host.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "foundation/json/json.h"

namespace mock {
namespace {

constexpr std::string_view api_prefix = "/api/v2/";
constexpr std::array<std::string_view, 2> secret_keys{"secret",
                                                      "outboundNotificationWebhookSignatureSecretToken"};
constexpr std::string_view redacted = "(redacted)";

void redact(json::Ordered& value) {
    for (auto& [key, member] : value.items()) {
        const bool is_secret = std::ranges::find(secret_keys, key) != secret_keys.end();
        if (is_secret && member.is_string()) member = redacted;
        if (member.is_structured()) redact(member);
    }
}

// A text that is no JSON has been refused and is not kept.
std::string without_secrets(const std::string& body) {
    if (body.empty() || !json::parse(body)) return body.empty() ? body : "(not JSON)";
    json::Ordered value = json::Ordered::parse(body);
    if (value.is_structured()) redact(value);
    return json::dump(value);
}

}  // namespace

std::string encode_exchange(const ApiExchange& exchange) {
    return json::dump({{"method", exchange.method},
                       {"target", exchange.target},
                       {"requestBody", without_secrets(exchange.request_body)},
                       {"status", exchange.response.status},
                       {"responseBody", without_secrets(exchange.response.body)}});
}

RecordingHost::RecordingHost(std::unique_ptr<host::Host> inner, ExchangeSink sink)
    : inner_(std::move(inner)), sink_(std::move(sink)) {}

void RecordingHost::handle(host::Input input, base::Now now) {
    if (const auto* const arrived = std::get_if<host::RequestArrived>(&input))
        if (arrived->request.target.starts_with(api_prefix)) open_.emplace(arrived->id, arrived->request);
    inner_->handle(std::move(input), now);
}

std::vector<host::Effect> RecordingHost::drain() {
    std::vector<host::Effect> effects = inner_->drain();
    for (const host::Effect& effect : effects) {
        const auto* const respond = std::get_if<host::Respond>(&effect);
        if (respond == nullptr) continue;
        const auto request = open_.extract(respond->id);
        if (request.empty()) continue;
        const http::Request& asked = request.mapped();
        sink_({asked.method, asked.target, asked.body, respond->response});
    }
    return effects;
}

}  // namespace mock
