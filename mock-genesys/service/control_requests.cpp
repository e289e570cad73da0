#include "mock-genesys/service/control_requests.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "mock-genesys/api/credentials.h"
#include "mock-genesys/api/responses.h"
#include "mock-genesys/service/control_bodies.h"
#include "mock-genesys/service/control_views.h"
#include "mock-genesys/service/loopback_guard.h"

namespace mock {
namespace {

// The event number after which the caller wants to read; Last-Event-ID is what a reconnecting EventSource
// sends.
std::expected<std::uint64_t, ApiError> decode_cursor(const http::Request& request) {
    const auto query = http::parse_form(http::split_target(request.target).query);
    auto text = request.headers.get("Last-Event-ID");
    if (!text && query) text = query->get("after");
    if (!text) return 0;
    std::uint64_t cursor = 0;
    const char* const end = std::to_address(text->end());
    const auto [stopped, error] = std::from_chars(std::to_address(text->begin()), end, cursor);
    if (error != std::errc{} || stopped != end)
        return std::unexpected(malformed("Last-Event-ID or 'after' must be the number of an event"));
    return cursor;
}

std::vector<std::string> names_of(const std::vector<WrapUpCode>& codes) {
    std::vector<std::string> names;
    for (const WrapUpCode& code : codes) names.push_back(code.name);
    return names;
}

}  // namespace

ControlRequests::ControlRequests(Controlled controlled, std::uint64_t seed)
    : controlled_(controlled), correlation_ids_(base::derive_seed(seed, "control correlation ids")) {}

http::RouteTable<ControlRequests::Action> ControlRequests::routes() {
    http::RouteTable<Action> routes;
    routes.add("GET", "/_mock/live", Action::Live);
    routes.add("GET", "/_mock/ready", Action::Live);
    routes.add("PUT", "/_mock/integrations/{integration}/webhook", Action::SetWebhook);
    routes.add("POST", "/_mock/agents/{agent}/on-queue", Action::GoOnQueue);
    routes.add("POST", "/_mock/agents/{agent}/off-queue", Action::GoOffQueue);
    routes.add("POST", "/_mock/agents/{agent}/accept", Action::Accept);
    routes.add("POST", "/_mock/agents/{agent}/say", Action::Say);
    routes.add("POST", "/_mock/agents/{agent}/typing", Action::Type);
    routes.add("POST", "/_mock/agents/{agent}/disconnect", Action::Disconnect);
    routes.add("POST", "/_mock/agents/{agent}/wrap-up", Action::WrapUp);
    routes.add("POST", "/_mock/agents/{agent}/token", Action::MintToken);
    routes.add("GET", "/_mock/agents/{agent}", Action::ReadAgent);
    routes.add("POST", "/_mock/tokens/expire", Action::ExpireTokens);
    routes.add("POST", "/_mock/faults", Action::ArmFault);
    routes.add("DELETE", "/_mock/faults", Action::ClearFaults);
    routes.add("GET", "/_mock/events", Action::Follow);
    return routes;
}

ControlAnswer ControlRequests::answer(const http::Request& request, base::Now now) {
    if (!is_local(request.headers))
        return refuse(
            {403, "mock.not.local",
             "The control interface answers only to loopback hosts and origins (127.0.0.1, localhost)."});
    const std::string_view path = http::split_target(request.target).path;
    const auto found = routes_.find(request.method, request.target);
    if (const auto* const refused = std::get_if<http::MethodNotAllowed>(&found))
        return refuse(
            method_not_allowed(request.method, path, fmt::format("{}", fmt::join(refused->allowed, ", "))));
    const auto* const matched = std::get_if<http::RouteFound<Action>>(&found);
    if (matched == nullptr)
        return refuse({404, "mock.not.found", fmt::format("The control interface has no {}.", path)});
    if (*matched->value == Action::Follow) {
        const auto cursor = decode_cursor(request);
        if (!cursor) return refuse(cursor.error());
        return FeedRequested{*cursor};
    }
    auto result = perform(*matched->value, {request, matched->parameters, now});
    if (!result) return refuse(result.error());
    return json_response(200, *std::move(result), correlation_ids_.uuid());
}

http::Response ControlRequests::refuse(const ApiError& error) {
    return error_response(error, correlation_ids_.uuid());
}

ControlRequests::Result ControlRequests::perform(Action action, const Exchange& exchange) {
    switch (action) {
        case Action::Live:
            return encode_up();
        case Action::SetWebhook:
            return set_webhook(exchange);
        case Action::ExpireTokens:
            return encode_count("expired", controlled_.tokens.expire_all(exchange.now.utc));
        case Action::ArmFault:
            return arm_fault(exchange);
        case Action::ClearFaults:
            return encode_count("removed", controlled_.faults.clear());
        case Action::GoOnQueue:
        case Action::GoOffQueue:
        case Action::Accept:
        case Action::Say:
        case Action::Type:
        case Action::Disconnect:
        case Action::WrapUp:
        case Action::ReadAgent:
        case Action::MintToken:
            return perform_for_agent(action, exchange);
        case Action::Follow:
            break;  // answered before
    }
    std::unreachable();
}

ControlRequests::Result ControlRequests::perform_for_agent(Action action, const Exchange& exchange) {
    const std::string agent(*exchange.path.get("agent"));
    const Desk* const desk = controlled_.platform.find_desk(agent);
    if (desk == nullptr)
        return std::unexpected(ApiError{404, "mock.agent.unknown",
                                        fmt::format("There is no agent '{}'; there are: {}.", agent,
                                                    fmt::join(controlled_.platform.agent_names(), ", "))});
    switch (action) {
        case Action::GoOnQueue:
            return set_on_queue(agent, true, exchange.now);
        case Action::GoOffQueue:
            return set_on_queue(agent, false, exchange.now);
        case Action::Accept:
        case Action::Type:
        case Action::Disconnect:
            return choose(action, agent, exchange);
        case Action::Say:
            return say(agent, exchange);
        case Action::WrapUp:
            return wrap_up(agent, exchange);
        case Action::ReadAgent:
            return encode_desk(agent, *desk, controlled_.platform);
        case Action::MintToken:
            return mint_token(agent, exchange);
        case Action::Live:
        case Action::SetWebhook:
        case Action::ExpireTokens:
        case Action::ArmFault:
        case Action::ClearFaults:
        case Action::Follow:
            break;
    }
    std::unreachable();
}

ControlRequests::Result ControlRequests::set_webhook(const Exchange& exchange) {
    const std::string_view name = *exchange.path.get("integration");
    auto& all = controlled_.organisation.integrations;
    const auto integration = std::ranges::find_if(all, [&](const Integration& candidate) {
        return candidate.name == name || candidate.id.text() == name;
    });
    if (integration == all.end())
        return std::unexpected(
            ApiError{404, "mock.integration.unknown", fmt::format("There is no integration '{}'.", name)});
    auto change = decode_webhook_change(exchange.request.body);
    if (!change) return std::unexpected(change.error());
    integration->webhook_url = std::move(change->url);
    if (change->secret) integration->webhook_secret = *std::move(change->secret);
    return encode_pairs({{"name", integration->name}, {"url", integration->webhook_url}});
}

ControlRequests::Result ControlRequests::set_on_queue(const std::string& agent, bool on_queue,
                                                      base::Now now) {
    controlled_.platform.set_on_queue(agent, on_queue, now);
    return encode_on_queue(agent, on_queue);
}

ControlRequests::Result ControlRequests::choose(Action action, const std::string& agent,
                                                const Exchange& exchange) {
    const auto command = decode_agent_command(AgentCommandKind::Choose, exchange.request.body);
    if (!command) return std::unexpected(command.error());
    Platform& platform = controlled_.platform;
    const auto chosen = action == Action::Accept ? platform.accept(agent, command->conversation, exchange.now)
                        : action == Action::Type
                            ? platform.type(agent, command->conversation)
                            : platform.disconnect(agent, command->conversation, exchange.now);
    if (!chosen) return std::unexpected(refusal_of(chosen.error(), agent));
    return encode_pairs({{"conversationId", chosen->text()}});
}

ControlRequests::Result ControlRequests::say(const std::string& agent, const Exchange& exchange) {
    auto command = decode_agent_command(AgentCommandKind::Say, exchange.request.body);
    if (!command) return std::unexpected(command.error());
    const auto said = controlled_.platform.send(
        agent, command->conversation, {std::move(command->text), std::move(command->content)}, exchange.now);
    if (!said) return std::unexpected(refusal_of(said.error(), agent));
    return encode_pairs({{"conversationId", said->conversation.text()}, {"messageId", said->message.text()}});
}

ControlRequests::Result ControlRequests::mint_token(const std::string& agent, const Exchange& exchange) {
    const auto& clients = controlled_.organisation.oauth_clients;
    const ClientId client = clients.empty() ? ClientId() : clients.front().id;
    const std::string token =
        controlled_.tokens.issue(client, token_validity_default, exchange.now.utc, agent);
    return encode_token(token, token_validity_default.count());
}

ControlRequests::Result ControlRequests::wrap_up(const std::string& agent, const Exchange& exchange) {
    const auto command = decode_agent_command(AgentCommandKind::WrapUp, exchange.request.body);
    if (!command) return std::unexpected(command.error());
    const auto wrapped =
        controlled_.platform.wrap_up(agent, command->code, command->conversation, exchange.now);
    if (!wrapped) return std::unexpected(refusal_of(wrapped.error(), agent, command->code));
    return encode_pairs({{"conversationId", wrapped->text()}});
}

ControlRequests::Result ControlRequests::arm_fault(const Exchange& exchange) {
    auto fault = decode_fault(exchange.request.body);
    if (!fault) return std::unexpected(fault.error());
    const auto id = controlled_.faults.arm(*std::move(fault));
    if (!id)
        return std::unexpected(ApiError{409, "mock.faults.too.many",
                                        fmt::format("{} faults are armed; remove some.", faults_max)});
    return encode_pairs({{"id", *id}});
}

ApiError ControlRequests::refusal_of(AgentRefusal refusal, const std::string& agent,
                                     const std::string& code) const {
    switch (refusal) {
        case AgentRefusal::NothingAlerting:
            return {409, "mock.agent.nothing.alerting",
                    fmt::format("No such conversation alerts {}.", agent)};
        case AgentRefusal::NotConnected:
            return {409, "mock.agent.not.connected",
                    fmt::format("{} is not connected to such a conversation.", agent)};
        case AgentRefusal::NoWrapUpPending:
            return {409, "mock.agent.no.wrapup.pending",
                    fmt::format("{} has no such conversation to wrap up.", agent)};
        case AgentRefusal::WrapUpCodeUnknown:
            return {400, "mock.wrapup.code.unknown",
                    fmt::format("There is no wrap-up code '{}'; there are: {}.", code,
                                fmt::join(names_of(controlled_.organisation.wrap_up_codes), ", "))};
    }
    std::unreachable();
}

}  // namespace mock
