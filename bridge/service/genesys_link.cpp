#include "bridge/service/genesys_link.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "bridge/api/genesys_calls.h"

namespace bridge {
namespace {

SendFailure failure_of(int status) {
    if (status == 401) return SendFailure::Unauthorised;
    if (status == 429) return SendFailure::Throttled;
    // 501 is a server that will never know; every other 5xx, and a request that took too long, may end.
    if (status == 408 || (status >= 500 && status != 501)) return SendFailure::Temporary;
    return SendFailure::Permanent;
}

}  // namespace

const http::Response* GenesysLink::success(const Result& result) {
    const auto* response = std::get_if<http::Response>(&result);
    return response != nullptr && response->status >= 200 && response->status < 300 ? response : nullptr;
}

std::string GenesysLink::reason_of(const Result& result) {
    if (const auto* response = std::get_if<http::Response>(&result)) return refusal_reason(*response);
    return std::string(host::name_of(std::get<host::TransportFailure>(result)));
}

GenesysLink::GenesysLink(GenesysSettings settings, std::size_t calls_per_minute_max)
    : settings_(std::move(settings)), lookup_(settings_.deployment_name), budget_(calls_per_minute_max) {}

bool GenesysLink::is_paused(const Turn& turn, CallUse use) const {
    const base::TimePoint now = turn.now().monotonic;
    return std::max(paused_until_, budget_.possible_at(now, use)) > now;
}

Started GenesysLink::send(const SessionId& session, const OutgoingLine& line, Turn& turn) {
    if (is_paused(turn, CallUse::Line)) return Started::NotYet;
    auto access = token(turn);
    if (!access) return Started::NotYet;
    const auto target = integration(*access, turn);
    if (!target) return Started::NotYet;
    auto request = message_request(*access, *target, session.text(), line);
    call(LineCall{session, line.number}, *std::move(access), settings_.api_origin, std::move(request), turn);
    return Started::Yes;
}

Started GenesysLink::read(const SessionId& session, unsigned generation, const ConversationId& conversation,
                          Turn& turn) {
    if (is_paused(turn, CallUse::Look)) return Started::NotYet;
    auto access = token(turn);
    if (!access) return Started::NotYet;
    auto request = conversation_request(*access, conversation);
    call(ReadCall{session, generation}, *std::move(access), settings_.api_origin, std::move(request), turn);
    return Started::Yes;
}

std::optional<std::string> GenesysLink::token(Turn& turn) {
    if (const auto current = tokens_.token(turn.now().monotonic)) return std::string(*current);
    if (tokens_.begin_refresh())
        call(TokenCall{}, {}, settings_.login_origin,
             token_request(settings_.client_id, settings_.client_secret), turn);
    return std::nullopt;
}

std::optional<IntegrationId> GenesysLink::integration(const std::string& token, Turn& turn) {
    if (lookup_.found() || lookup_.is_running()) return lookup_.found();
    const unsigned page = lookup_.begin().number;
    call(LookupCall{}, token, settings_.api_origin, integrations_request(token, page), turn);
    return std::nullopt;
}

void GenesysLink::call(Purpose purpose, std::string token, const std::string& origin, http::Request request,
                       Turn& turn) {
    const host::CallId id{++last_call_};
    // The token is what the limit counts by; fetching it is no call of it.
    if (!token.empty()) budget_.spend(turn.now().monotonic);
    pending_.emplace(id, Pending{std::move(purpose), std::move(token)});
    turn.run(host::Call{id, origin, std::move(request), call_timeout});
}

CallOutcome GenesysLink::finished(const host::CallFinished& call, Turn& turn) {
    const auto found = pending_.extract(call.id);
    if (found.empty()) return NothingNew{};
    const Pending& pending = found.mapped();
    return std::visit([&](const auto& purpose) { return answered(purpose, pending, call.result, turn); },
                      pending.purpose);
}

CallOutcome GenesysLink::answered(const TokenCall& /*purpose*/, const Pending& pending, const Result& result,
                                  Turn& turn) {
    const http::Response* const response = success(result);
    const auto grant = response == nullptr ? std::nullopt : decode_token(response->body);
    if (grant) {
        tokens_.granted(grant->token, grant->expires_in, turn.now().monotonic);
        turn.trace("token.refreshed", {{"expiresIn", base::to_seconds_text(grant->expires_in)}});
        return NothingNew{};
    }
    tokens_.refresh_failed();
    SendFailure failure =
        response != nullptr ? SendFailure::Temporary : classify(result, pending.token, turn);
    if (failure == SendFailure::Throttled) return NothingNew{};
    // Here a 401 means that the client itself is refused.
    if (failure == SendFailure::Unauthorised) failure = SendFailure::Permanent;
    std::string reason =
        response != nullptr ? "no token: the answer has none" : "no token: " + reason_of(result);
    if (failure == SendFailure::Permanent) reason += "; check clientId and clientSecret";
    turn.trace("token.refused", {{"reason", reason}});
    return AccessFailed{Access::Token, failure, std::move(reason)};
}

CallOutcome GenesysLink::answered(const LookupCall& /*purpose*/, const Pending& pending, const Result& result,
                                  Turn& turn) {
    const http::Response* const response = success(result);
    const auto page = response == nullptr ? std::nullopt : decode_integrations(response->body);
    if (page) return page_arrived(*page, pending.token, turn);
    const SendFailure failure =
        response != nullptr ? SendFailure::Temporary : classify(result, pending.token, turn);
    const bool tries_again =
        failure == SendFailure::Throttled ||
        (failure == SendFailure::Unauthorised && !std::exchange(lookup_renewed_token_, true));
    if (tries_again) {
        lookup_.failed();
        return NothingNew{};
    }
    const std::string reason = response != nullptr ? "the answer has no entities" : reason_of(result);
    return lookup_failed(failure == SendFailure::Unauthorised ? SendFailure::Permanent : failure,
                         "no integration list: " + reason, turn);
}

CallOutcome GenesysLink::page_arrived(const IntegrationPage& page, const std::string& token, Turn& turn) {
    lookup_renewed_token_ = false;
    const IntegrationLookup::Step step = lookup_.page_arrived(page);
    if (const auto* next = std::get_if<IntegrationLookup::ReadPage>(&step)) {
        call(LookupCall{}, token, settings_.api_origin, integrations_request(token, next->number), turn);
        return NothingNew{};
    }
    if (const auto* found = std::get_if<IntegrationLookup::Found>(&step)) {
        turn.trace("lookup.found", {{"integrationId", found->id.text()}});
        return NothingNew{};
    }
    const std::string& nearest = std::get<IntegrationLookup::NotFound>(step).nearest;
    return lookup_failed(SendFailure::Permanent,
                         fmt::format("no integration is named '{}'{}; deploymentName must be the exact name",
                                     settings_.deployment_name,
                                     nearest.empty() ? "" : fmt::format(", but there is '{}'", nearest)),
                         turn);
}

CallOutcome GenesysLink::lookup_failed(SendFailure failure, std::string reason, Turn& turn) {
    lookup_.failed();
    lookup_renewed_token_ = false;
    turn.trace("lookup.failed", {{"reason", reason}});
    return AccessFailed{Access::Integration, failure, std::move(reason)};
}

CallOutcome GenesysLink::answered(const LineCall& purpose, const Pending& pending, const Result& result,
                                  Turn& turn) {
    if (const http::Response* response = success(result))
        return LineSent{purpose.session, purpose.number, decode_conversation_id(response->body)};
    const auto* response = std::get_if<http::Response>(&result);
    // The integration may have been created anew under the same name.
    if (response != nullptr && response->status == 404) lookup_.forget();
    return LineFailed{purpose.session, purpose.number, classify(result, pending.token, turn),
                      reason_of(result)};
}

CallOutcome GenesysLink::answered(const ReadCall& purpose, const Pending& pending, const Result& result,
                                  Turn& turn) {
    const http::Response* const response = success(result);
    auto reading = response == nullptr ? std::nullopt : decode_conversation(response->body);
    if (reading) return ConversationRead{purpose.session, purpose.generation, *std::move(reading)};
    if (response == nullptr) classify(result, pending.token, turn);
    const auto* refusal = std::get_if<http::Response>(&result);
    const bool is_unknown = refusal != nullptr && refusal->status == 404;
    turn.trace("conversation.unreadable",
               {{"session", purpose.session.text()}, {"reason", reason_of(result)}});
    return ConversationNotRead{purpose.session, purpose.generation, is_unknown};
}

SendFailure GenesysLink::classify(const Result& result, const std::string& token, Turn& turn) {
    const auto* response = std::get_if<http::Response>(&result);
    if (response == nullptr) return SendFailure::Temporary;
    const SendFailure failure = failure_of(response->status);
    if (failure == SendFailure::Unauthorised) tokens_.invalidate(token);
    if (failure == SendFailure::Throttled) pause(*response, turn);
    return failure;
}

void GenesysLink::pause(const http::Response& response, Turn& turn) {
    const base::Duration length = retry_after(response);
    paused_until_ = std::max(paused_until_, turn.now().monotonic + length);
    turn.trace("client.paused", {{"for", base::to_seconds_text(length)}});
}

std::optional<base::TimePoint> GenesysLink::possible_at(base::TimePoint wanted, CallUse use) const {
    if (tokens_.is_refreshing() || lookup_.is_running()) return std::nullopt;
    return budget_.possible_at(std::max(wanted, paused_until_), use);
}

}  // namespace bridge
