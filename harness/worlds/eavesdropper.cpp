#include "harness/worlds/eavesdropper.h"

#include <fmt/format.h>

#include <charconv>
#include <utility>

#include "foundation/json/json.h"

namespace worlds {
namespace {

using invariants::ApiAnswered;
using invariants::ApiCalled;

constexpr std::string_view inbound_path_end = "/inbound/open/message";

std::string text_in(const std::string& body, const char* member) {
    const auto parsed = json::parse(body);
    return parsed ? json::text_at(*parsed, member).value_or("") : "";
}

std::string provider_message(const std::string& body) {
    const auto parsed = json::parse(body);
    const auto channel =
        parsed && parsed->is_object() ? parsed->find("channel") : json::Value::const_iterator{};
    if (!parsed || !parsed->is_object() || channel == parsed->end()) return {};
    return json::text_at(*channel, "messageId").value_or("");
}

std::string header(const http::Headers& headers, std::string_view name) {
    return std::string(headers.get(name).value_or(""));
}

ApiCalled::Kind kind_of(const http::Request& request) {
    if (request.target == "/oauth/token") return ApiCalled::Kind::Token;
    const std::string_view path = std::string_view(request.target).substr(0, request.target.find('?'));
    return path.ends_with(inbound_path_end) ? ApiCalled::Kind::Inbound : ApiCalled::Kind::Other;
}

base::Duration retry_after(const http::Headers& headers) {
    const std::string text = header(headers, "Retry-After");
    std::int64_t seconds = 0;
    std::from_chars(text.data(), text.data() + text.size(), seconds);
    return std::chrono::seconds{seconds};
}

void add_grant(const std::string& body, ApiAnswered& fact) {
    const auto grant = json::parse(body);
    if (!grant) return;
    fact.granted = json::text_at(*grant, "access_token").value_or("");
    fact.valid_for = std::chrono::seconds{json::integer_at(*grant, "expires_in").value_or(0)};
}

}  // namespace

Eavesdropper::Eavesdropper(std::unique_ptr<host::Host> host, Overheard who, std::string life, Tell tell)
    : host_(std::move(host)), who_(who), life_(std::move(life)), tell_(std::move(tell)) {}

void Eavesdropper::handle(host::Input input, base::Now now) {
    if (who_ == Overheard::Bridge)
        if (const auto* const call = std::get_if<host::CallFinished>(&input)) finished(*call);
    host_->handle(std::move(input), now);
}

std::vector<host::Effect> Eavesdropper::drain() {
    std::vector<host::Effect> effects = host_->drain();
    for (const host::Effect& effect : effects) {
        const auto* const call = std::get_if<host::Call>(&effect);
        if (call == nullptr) continue;
        if (who_ == Overheard::Bridge)
            called(*call);
        else
            posted(call->request);
    }
    return effects;
}

void Eavesdropper::posted(const http::Request& webhook) {
    tell_(invariants::WebhookPosted{text_in(webhook.body, "id"), webhook.body,
                                    header(webhook.headers, "X-Hub-Signature-256")});
}

void Eavesdropper::called(const host::Call& call) {
    const ApiCalled::Kind kind = kind_of(call.request);
    calls_.insert_or_assign(call.id, kind);
    ApiCalled fact{name_of(call.id), kind, header(call.request.headers, "Authorization"), {}, {}};
    constexpr std::string_view scheme = "Bearer ";
    if (fact.token.starts_with(scheme)) fact.token.erase(0, scheme.size());
    if (kind == ApiCalled::Kind::Inbound) {
        fact.provider_message = provider_message(call.request.body);
        fact.body = call.request.body;
    }
    tell_(std::move(fact));
}

void Eavesdropper::finished(const host::CallFinished& finished) {
    const auto call = calls_.extract(finished.id);
    if (call.empty()) return;
    ApiAnswered fact{name_of(finished.id), 0, {}, {}, {}};
    if (const auto* const response = std::get_if<http::Response>(&finished.result)) {
        fact.status = response->status;
        fact.retry_after = retry_after(response->headers);
        if (call.mapped() == ApiCalled::Kind::Token) add_grant(response->body, fact);
    }
    tell_(std::move(fact));
}

std::string Eavesdropper::name_of(host::CallId id) const { return fmt::format("{}/{}", life_, id.value); }

}  // namespace worlds
