#include "mock-genesys/service/api_requests.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

#include "foundation/crypto/constant_time.h"
#include "mock-genesys/api/conversation_view.h"
#include "mock-genesys/api/credentials.h"
#include "mock-genesys/api/inbound_message.h"
#include "mock-genesys/api/listings.h"
#include "mock-genesys/api/normalized_message.h"
#include "mock-genesys/api/request_parts.h"
#include "mock-genesys/api/responses.h"
#include "mock-genesys/operations/operation.h"

namespace mock {
namespace {

Event refusal(const http::Request& request, int status, std::string code) {
    const std::string path(http::split_target(request.target).path);
    return {"request.refused",
            {{"operation", request.method + " " + path},
             {"status", std::int64_t{status}},
             {"code", std::move(code)}}};
}

}  // namespace

ApiRequests::ApiRequests(Organisation& organisation, Platform& platform, Tokens& tokens, std::uint64_t seed)
    : organisation_(organisation),
      platform_(platform),
      tokens_(tokens),
      inbound_(organisation, platform, seed),
      correlation_ids_(base::derive_seed(seed, "correlation ids")),
      new_ids_(base::derive_seed(seed, "configuration")),
      access_(organisation) {}

ApiRequests::Answer ApiRequests::answer(const http::Request& request, base::Now now) {
    if (!since_) since_ = now.utc;
    const std::string context_id = correlation_ids_.uuid();
    const auto found = routes_.find(request.method, request.target);
    const auto* const entry = std::get_if<http::RouteFound<const OperationEntry*>>(&found);
    if (entry != nullptr && (*entry->value)->operation == Operation::IssueToken)
        return issue_token(request, now, context_id);
    auto result = route(found, request, now, context_id);
    if (result) return {*std::move(result), std::nullopt};
    const ApiError& error = result.error();
    return {error_response(error, context_id), refusal(request, error.status, error.code)};
}

ApiRequests::Result ApiRequests::route(const Routes::Result& found, const http::Request& request,
                                       base::Now now, const std::string& context_id) {
    const auto [path, query_text] = http::split_target(request.target);
    if (const auto* const refused = std::get_if<http::MethodNotAllowed>(&found))
        return std::unexpected(
            method_not_allowed(request.method, path, fmt::format("{}", fmt::join(refused->allowed, ", "))));
    const auto* const matched = std::get_if<http::RouteFound<const OperationEntry*>>(&found);
    if (matched == nullptr) return std::unexpected(not_found());
    const OperationEntry& entry = **matched->value;
    if (entry.operation == Operation::KnownButNotSimulated)
        return std::unexpected(not_simulated(request.method, path));
    const auto caller = authenticate(request, now);
    if (!caller) return std::unexpected(caller.error());
    if (entry.context == CallerContext::ClientOnly && caller->user != nullptr)
        return std::unexpected(not_a_client());
    if (entry.context == CallerContext::UserOnly && caller->user == nullptr)
        return std::unexpected(not_a_user());
    const auto missing = access_.of(*caller).missing(entry.requirement);
    if (!missing.empty()) return std::unexpected(missing_permissions(entry.requirement.kind, missing));
    const auto query = http::parse_form(query_text);
    if (!query) return std::unexpected(bad_request());
    return perform(entry, {request, matched->parameters, *query, *caller, now, context_id});
}

std::expected<Caller, ApiError> ApiRequests::authenticate(const http::Request& request, base::Now now) const {
    const auto token = bearer_token(request.headers);
    if (!token) return std::unexpected(authentication_required());
    const Tokens::Lookup lookup = tokens_.look_up(*token, now.utc);
    switch (lookup.validity) {
        case Tokens::Validity::Unknown:
            return std::unexpected(bad_credentials());
        case Tokens::Validity::Expired:
            return std::unexpected(expired_credentials(organisation_.switches.expired_token_code));
        case Tokens::Validity::Valid:
            break;
    }
    const auto& clients = organisation_.oauth_clients;
    const auto client = std::ranges::find(clients, *lookup.client, &OAuthClient::id);
    const auto& users = organisation_.users;
    const auto user =
        lookup.user->empty() ? users.end() : std::ranges::find(users, *lookup.user, &User::name);
    return Caller{client == clients.end() ? nullptr : &*client, user == users.end() ? nullptr : &*user};
}

ApiRequests::Result ApiRequests::perform(const OperationEntry& entry, const Exchange& exchange) {
    switch (entry.operation) {
        case Operation::ListIntegrations:
        case Operation::ListOpenIntegrations:
        case Operation::ReadOpenIntegration:
            return list_integrations(entry.operation, exchange);
        case Operation::ReceiveOpenMessage:
            return receive_message(exchange);
        case Operation::ReceiveOpenEvent:
        case Operation::ReceiveOpenReceipt:
        case Operation::ReceiveStructuredResponse:
        case Operation::ReceiveLegacyMessage:
            return receive_other(entry.operation, exchange);
        case Operation::ReadConversation:
            return read_conversation(exchange);
        case Operation::ReadMessage:
        case Operation::ReadMessageDetails:
            return read_message(exchange);
        case Operation::ListQueues:
            return list_queues(exchange);
        case Operation::ReadOrganization:
            return json_response(200, encode_organization(organisation_), exchange.context_id);
        case Operation::ReadOwnToken:
            return json_response(200, encode_token_owner(organisation_, exchange.caller),
                                 exchange.context_id);
        case Operation::OfAResource:
            return perform_for_resource(entry.perform, exchange);
        case Operation::IssueToken:
        case Operation::KnownButNotSimulated:
            break;  // answered before
    }
    std::unreachable();
}

ApiRequests::Result ApiRequests::perform_for_resource(Perform function, const Exchange& exchange) {
    if (exchange.request.body.size() > request_bytes_max)
        return std::unexpected(entity_too_large(request_bytes_max));
    if (!accepts_as_json(exchange.request.headers)) return std::unexpected(unsupported_media_type());
    Workplace workplace{organisation_, platform_, tokens_, access_, new_ids_, *since_};
    auto reply =
        function(workplace, {exchange.request, exchange.path, exchange.query, exchange.caller, exchange.now});
    if (!reply) return std::unexpected(std::move(reply.error()));
    return json_response(reply->status, std::move(reply->body), exchange.context_id);
}

ApiRequests::Answer ApiRequests::issue_token(const http::Request& request, base::Now now,
                                             const std::string& context_id) {
    const auto client = admit(request);
    if (!client)
        return {oauth_error_response(client.error(), context_id),
                refusal(request, client.error().status, client.error().error)};
    const auto validity = (*client)->token_validity;
    const std::string token = tokens_.issue((*client)->id, validity, now.utc);
    return {json_response(200, encode_token(token, validity.count()), context_id),
            Event{"token.issued",
                  {{"clientId", (*client)->id.text()}, {"expiresIn", std::int64_t{validity.count()}}}}};
}

std::expected<const OAuthClient*, OAuthError> ApiRequests::admit(const http::Request& request) const {
    const auto asked = decode_token_request(request);
    if (!asked) return std::unexpected(asked.error());
    const auto& clients = organisation_.oauth_clients;
    const auto client = std::ranges::find(clients, ClientId(asked->client_id), &OAuthClient::id);
    if (client == clients.end()) return std::unexpected(unknown_client());
    if (!crypto::equal_in_constant_time(client->secret, asked->client_secret))
        return std::unexpected(wrong_secret());
    if (!is_grant_of_the_vendor(asked->grant_type))
        return std::unexpected(unsupported_grant(asked->grant_type));
    if (asked->grant_type != "client_credentials")
        return std::unexpected(unauthorized_client("the client has only the grant type client_credentials"));
    if (!client->is_active) return std::unexpected(unauthorized_client("the client is not active"));
    if (!client->authorized) return std::unexpected(unauthorized_client("the client is not authorized"));
    return &*client;
}

ApiRequests::Result ApiRequests::receive_message(const Exchange& exchange) {
    const http::Request& request = exchange.request;
    if (const auto checked = check_body(request); !checked) return std::unexpected(checked.error());
    const auto prefetch = decode_flag(exchange.query, "prefetchConversationId");
    if (!prefetch) return std::unexpected(prefetch.error());
    auto inbound = decode_inbound_message(request.body);
    if (!inbound) return std::unexpected(inbound.error());
    const Integration* const integration = find_integration(*exchange.path.get("integrationId"));
    if (integration == nullptr) return std::unexpected(not_found());
    const Message& message = platform_.receive(*integration, *std::move(inbound), exchange.now);
    const auto in_reply = *prefetch ? ConversationIdInReply::Prefetched : ConversationIdInReply::Omitted;
    const int status = organisation_.switches.inbound_status == InboundStatus::Ok ? 200 : 202;
    return json_response(status, encode_inbound_reply(message, in_reply), exchange.context_id);
}

ApiRequests::Result ApiRequests::receive_other(Operation operation, const Exchange& exchange) {
    const std::string_view integration = exchange.path.get("integrationId").value_or("");
    auto reply = inbound_.answer(operation, integration, exchange.request, exchange.now);
    if (!reply) return std::unexpected(reply.error());
    return json_response(reply->status, std::move(reply->body), exchange.context_id);
}

ApiRequests::Result ApiRequests::read_conversation(const Exchange& exchange) {
    const ConversationId id{std::string(*exchange.path.get("conversationId"))};
    const Conversation* const conversation = platform_.find_conversation(id);
    if (conversation == nullptr) return std::unexpected(conversation_not_found());
    const auto find = [this](const MessageId& message) { return platform_.find_message(message); };
    return json_response(200, encode_conversation(*conversation, organisation_, find), exchange.context_id);
}

ApiRequests::Result ApiRequests::read_message(const Exchange& exchange) {
    const auto normalized = decode_flag(exchange.query, "useNormalizedMessage");
    if (!normalized) return std::unexpected(normalized.error());
    const MessageId id{std::string(*exchange.path.get("messageId"))};
    const Message* const message = platform_.find_message(id);
    if (message == nullptr) return std::unexpected(not_found());
    const auto conversation = exchange.path.get("conversationId");
    if (conversation && *conversation != message->conversation.text()) return std::unexpected(not_found());
    const Integration* const integration = find_integration(message->integration.text());
    const auto form = *normalized ? MessageForm::Normalized : MessageForm::WithText;
    return json_response(200, encode_message_data(*message, *integration, form), exchange.context_id);
}

ApiRequests::Result ApiRequests::list_queues(const Exchange& exchange) {
    for (const std::string_view filter :
         {"id", "divisionId", "peerId", "hasPeer", "cannedResponseLibraryId", "expand"})
        if (exchange.query.get(filter)) return std::unexpected(not_simulated("the query parameter", filter));
    const auto page = decode_page(exchange.query);
    if (!page) return std::unexpected(page.error());
    const auto order = exchange.query.get("sortOrder").value_or("asc");
    if (order != "asc" && order != "desc")
        return std::unexpected(invalid_query_value(order, "sortOrder", "asc, desc"));
    const auto name = exchange.query.get("name").value_or("");
    return json_response(200, encode_queues({organisation_, *since_}, *page, name, order == "asc"),
                         exchange.context_id);
}

ApiRequests::Result ApiRequests::list_integrations(Operation operation, const Exchange& exchange) {
    for (const std::string_view filter : {"supportedContent.id", "messagingSetting.id"})
        if (exchange.query.get(filter)) return std::unexpected(not_simulated("the query parameter", filter));
    const auto expansion = decode_expansion(exchange.query);
    if (!expansion) return std::unexpected(expansion.error());
    const ListingContext context{organisation_, *since_};
    if (operation == Operation::ReadOpenIntegration) {
        const Integration* const integration = find_integration(*exchange.path.get("integrationId"));
        if (integration == nullptr) return std::unexpected(not_found());
        return json_response(200, encode_open_integration(context, *integration, *expansion),
                             exchange.context_id);
    }
    const auto page = decode_page(exchange.query);
    if (!page) return std::unexpected(page.error());
    const std::string body = operation == Operation::ListIntegrations
                                 ? encode_integrations(context, *page, *expansion)
                                 : encode_open_integrations(context, *page, *expansion);
    return json_response(200, body, exchange.context_id);
}

const Integration* ApiRequests::find_integration(std::string_view id) const {
    const auto found = std::ranges::find_if(organisation_.integrations, [&](const Integration& integration) {
        return integration.id.text() == id;
    });
    return found == organisation_.integrations.end() ? nullptr : &*found;
}

}  // namespace mock
