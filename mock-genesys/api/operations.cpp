#include "mock-genesys/api/operations.h"

namespace mock {
namespace {

constexpr std::string_view integrations = "/api/v2/conversations/messaging/integrations";
constexpr std::string_view open_integrations = "/api/v2/conversations/messaging/integrations/open";
constexpr std::string_view open_integration =
    "/api/v2/conversations/messaging/integrations/open/{integrationId}";
constexpr std::string_view inbound_message =
    "/api/v2/conversations/messages/{integrationId}/inbound/open/message";
constexpr std::string_view conversation = "/api/v2/conversations/messages/{conversationId}";
constexpr std::string_view message = "/api/v2/conversations/messages/{conversationId}/messages/{messageId}";
constexpr std::string_view message_bulk = "/api/v2/conversations/messages/{conversationId}/messages/bulk";
constexpr std::string_view message_details = "/api/v2/conversations/messages/{messageId}/details";
constexpr std::string_view queues = "/api/v2/routing/queues";
constexpr std::string_view organization = "/api/v2/organizations/me";
constexpr std::string_view own_token = "/api/v2/tokens/me";

Requirement all(std::vector<std::string_view> permissions) {
    return {Requirement::Kind::All, std::move(permissions)};
}
Requirement any(std::vector<std::string_view> permissions) {
    return {Requirement::Kind::Any, std::move(permissions)};
}

}  // namespace

// Permissions: vendor API definition, x-inin-requires-permissions. Reading a conversation declares none.
const std::vector<OperationEntry>& operations() {
    static const std::vector<OperationEntry> entries{
        {Operation::IssueToken, "POST", "/oauth/token", {}},
        {Operation::ListIntegrations, "GET", integrations, all({"messaging:integration:view"})},
        {Operation::ListOpenIntegrations, "GET", open_integrations, all({"messaging:integration:view"})},
        {Operation::ReadOpenIntegration, "GET", open_integration, all({"messaging:integration:view"})},
        {Operation::ReceiveOpenMessage, "POST", inbound_message, all({"conversation:message:receive"})},
        {Operation::ReadConversation, "GET", conversation, {}},
        {Operation::ReadMessage, "GET", message,
         any({"conversation:message:view", "conversation:webmessaging:view"})},
        {Operation::ReadMessageDetails, "GET", message_details,
         any({"conversation:message:view", "conversation:webmessaging:view"})},
        {Operation::ListQueues, "GET", queues, any({"routing:queue:view"})},
        {Operation::ReadOrganization, "GET", organization, {}},
        {Operation::ReadOwnToken, "GET", own_token, {}},
        {Operation::KnownButNotSimulated, "POST", open_integrations, {}},
        {Operation::KnownButNotSimulated, "PATCH", open_integration, {}},
        {Operation::KnownButNotSimulated, "DELETE", open_integration, {}},
        {Operation::KnownButNotSimulated, "PATCH", conversation, {}},
        {Operation::KnownButNotSimulated, "POST", "/api/v2/conversations/messages/agentless", {}},
        {Operation::KnownButNotSimulated, "POST", message_bulk, {}},
        {Operation::KnownButNotSimulated, "POST", queues, {}},
        {Operation::KnownButNotSimulated, "PUT", organization, {}},
        {Operation::KnownButNotSimulated, "DELETE", own_token, {}},
        {Operation::KnownButNotSimulated, "HEAD", own_token, {}},
    };
    return entries;
}

http::RouteTable<const OperationEntry*> operation_routes() {
    http::RouteTable<const OperationEntry*> routes;
    for (const OperationEntry& entry : operations())
        routes.add(std::string(entry.method), entry.pattern, &entry);
    return routes;
}

}  // namespace mock
