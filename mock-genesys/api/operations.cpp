#include "mock-genesys/api/operations.h"

#include <utility>

namespace mock {
namespace {

constexpr std::string_view integrations = "/api/v2/conversations/messaging/integrations";
constexpr std::string_view open_integrations = "/api/v2/conversations/messaging/integrations/open";
constexpr std::string_view open_integration =
    "/api/v2/conversations/messaging/integrations/open/{integrationId}";
constexpr std::string_view inbound_message =
    "/api/v2/conversations/messages/{integrationId}/inbound/open/message";
constexpr std::string_view inbound_event =
    "/api/v2/conversations/messages/{integrationId}/inbound/open/event";
constexpr std::string_view inbound_receipt =
    "/api/v2/conversations/messages/{integrationId}/inbound/open/receipt";
constexpr std::string_view structured_response =
    "/api/v2/conversations/messages/{integrationId}/inbound/open/structured/response";
constexpr std::string_view legacy_inbound = "/api/v2/conversations/messages/inbound/open";
constexpr std::string_view conversation = "/api/v2/conversations/messages/{conversationId}";
constexpr std::string_view message = "/api/v2/conversations/messages/{conversationId}/messages/{messageId}";
constexpr std::string_view message_details = "/api/v2/conversations/messages/{messageId}/details";
constexpr std::string_view queues = "/api/v2/routing/queues";
constexpr std::string_view organization = "/api/v2/organizations/me";
constexpr std::string_view own_token = "/api/v2/tokens/me";

}  // namespace

// Permissions: vendor API definition, x-inin-requires-permissions. Reading a conversation declares none.
const std::vector<OperationEntry>& operations() {
    static const std::vector<OperationEntry> entries{
        {Operation::IssueToken, "POST", "/oauth/token", {}},
        {Operation::ListIntegrations, "GET", integrations, all_of({"messaging:integration:view"})},
        {Operation::ListOpenIntegrations, "GET", open_integrations, all_of({"messaging:integration:view"})},
        {Operation::ReadOpenIntegration, "GET", open_integration, all_of({"messaging:integration:view"})},
        {Operation::ReceiveOpenMessage, "POST", inbound_message, all_of({"conversation:message:receive"}),
         CallerContext::ClientOnly},
        {Operation::ReceiveOpenEvent, "POST", inbound_event, all_of({"conversation:message:receive"}),
         CallerContext::ClientOnly},
        {Operation::ReceiveOpenReceipt, "POST", inbound_receipt, all_of({"conversation:message:receive"}),
         CallerContext::ClientOnly},
        {Operation::ReceiveStructuredResponse, "POST", structured_response,
         all_of({"conversation:message:receive"}), CallerContext::ClientOnly},
        {Operation::ReceiveLegacyMessage, "POST", legacy_inbound, all_of({"conversation:message:receive"}),
         CallerContext::ClientOnly},
        {Operation::ReadConversation, "GET", conversation, {}},
        {Operation::ReadMessage, "GET", message,
         any_of({"conversation:message:view", "conversation:webmessaging:view"})},
        {Operation::ReadMessageDetails, "GET", message_details,
         any_of({"conversation:message:view", "conversation:webmessaging:view"})},
        {Operation::ListQueues, "GET", queues, any_of({"routing:queue:view"})},
        {Operation::ReadOrganization, "GET", organization, {}},
        {Operation::ReadOwnToken, "GET", own_token, {}},
    };
    return entries;
}

Requirement all_of(std::vector<std::string_view> permissions) {
    return {Requirement::Kind::All, std::move(permissions)};
}

Requirement any_of(std::vector<std::string_view> permissions) {
    return {Requirement::Kind::Any, std::move(permissions)};
}

}  // namespace mock
