// Open Messaging integrations: what an administrator, or a program, does with them. Reading them is in
// api/listings.
#include <fmt/format.h>

#include <algorithm>

#include "mock-genesys/api/listings.h"
#include "mock-genesys/api/standard_errors.h"
#include "mock-genesys/operations/resource.h"
#include "mock-genesys/operations/resources.h"

namespace mock {
namespace {

constexpr std::string_view integrations_path = "/api/v2/conversations/messaging/integrations/open";
constexpr std::string_view integration_path =
    "/api/v2/conversations/messaging/integrations/open/{integrationId}";
constexpr std::size_t secret_characters_min = 16;
constexpr std::size_t webhook_headers_max = 20;  // the vendor's limit is not published

ApiError missing_field() {
    return {400, "missing.required.field.value", "A required field was not provided or is blank."};
}

ApiError invalid_integration() {
    return {400, "invalid.integration",
            "The integration request was invalid for this operation. One or more errors may be reported."};
}

void decode_webhook(Integration& integration, const Body& body) {
    if (const auto url = body.text("outboundNotificationWebhookUrl")) {
        if (!http::parse_url(*url))
            body.fail({400, "invalid.outbound.webhook.url",
                       "The outboundNotificationWebhookUrl provided is not a valid url."});
        integration.webhook_url = *url;
    }
    if (const auto secret = body.text("outboundNotificationWebhookSignatureSecretToken")) {
        if (secret->size() < secret_characters_min)
            body.fail(
                {400, "notification.webhook.signature.secret.token.longer.than.15.characters",
                 "The notification webhook signature secret token for the integration must be longer than 15 "
                 "characters."});
        integration.webhook_secret = *secret;
    }
    if (auto headers = body.map("webhookHeaders")) {
        if (headers->size() > webhook_headers_max)
            body.fail({400, "too.many.webhook.headers", "Too many webhook headers provided."});
        for (const auto& [name, value] : *headers)
            if (!http::is_safe_field(name, value)) body.fail(invalid_integration());
        integration.webhook_headers = *std::move(headers);
    }
}

// References are by id on the wire and by name in the organisation.
void decode_references(Integration& integration, const Workplace& at, const Body& body) {
    if (const auto id = body.reference("messagingSetting")) {
        const PlatformConfig* const config = find_by_id(at.organisation.platform_configs, *id);
        if (config == nullptr) return body.fail(invalid_integration());
        integration.platform_config = config->name;
    }
    if (const auto id = body.reference("supportedContent")) {
        if (*id != at.organisation.supported_content_id) return body.fail(invalid_integration());
    }
}

Outcome create_integration(Workplace& at, const Call& call) {
    const Body body = Body::parse(call.request.body);
    Integration integration;
    integration.name = body.required_text("name", missing_field());
    body.required_text("outboundNotificationWebhookUrl", missing_field());
    body.required_text("outboundNotificationWebhookSignatureSecretToken", missing_field());
    decode_webhook(integration, body);
    decode_references(integration, at, body);
    if (body.error()) return refuse(*body.error());
    auto& integrations = at.organisation.integrations;
    // That names are unique is assumed: connectors look an integration up by its name.
    if (is_taken(integrations, integration.name) || integrations.size() >= entities_max)
        return refuse(invalid_integration());
    integration.id = IntegrationId(at.ids.uuid());
    integration.recipient = RecipientId(at.ids.uuid());
    integration.stamp = new_stamp(call.now);
    integrations.push_back(integration);
    return Reply{200, encode_open_integration({at.organisation, at.since}, integration, {})};
}

void rename_references(Organisation& organisation, const std::string& from, const std::string& to) {
    for (MessageRoute& route : organisation.message_routing) std::ranges::replace(route.addresses, from, to);
}

// The secret is rotated by giving another one: the next attempt of any webhook is signed with it.
Outcome change_integration(Workplace& at, const Call& call) {
    Integration* const integration =
        find_by_id(at.organisation.integrations, call.parameter("integrationId"));
    if (integration == nullptr) return refuse(not_found());
    const Body body = Body::parse(call.request.body);
    Integration changed = *integration;
    changed.name = body.required_text("name", invalid_integration());
    decode_webhook(changed, body);
    decode_references(changed, at, body);
    if (body.error()) return refuse(*body.error());
    if (is_taken(at.organisation.integrations, changed.name, integration))
        return refuse(invalid_integration());
    rename_references(at.organisation, integration->name, changed.name);
    touch(changed.stamp, call.now);
    *integration = changed;
    return Reply{200, encode_open_integration({at.organisation, at.since}, changed, {})};
}

bool has_flow(const Organisation& organisation, const std::string& integration) {
    return std::ranges::any_of(organisation.message_routing, [&](const MessageRoute& route) {
        return std::ranges::find(route.addresses, integration) != route.addresses.end();
    });
}

// Refused while conversations of it are remembered: what is still to be delivered would have no address (the
// vendor takes minutes to delete; what it answers meanwhile is unknown).
Outcome delete_integration(Workplace& at, const Call& call) {
    const Integration* const integration =
        find_by_id(at.organisation.integrations, call.parameter("integrationId"));
    if (integration == nullptr) return refuse(not_found());
    if (has_flow(at.organisation, integration->name))
        return refuse(
            {400, "recipient.has.flow",
             "Open messaging integration cannot be deleted with an existing flow associated to it. Remove "
             "associated flow before deleting integration."});
    if (at.platform.has_conversation_of(integration->id)) return refuse(standard_error(409));
    remove_by_id(at.organisation.integrations, call.parameter("integrationId"));
    return done(204);
}

}  // namespace

std::vector<OperationEntry> integration_operations() {
    using enum Operation;
    using enum CallerContext;
    return {{OfAResource, "POST", integrations_path, all_of({"messaging:integration:add"}), Anyone,
             create_integration},
            {OfAResource, "PATCH", integration_path, all_of({"messaging:integration:edit"}), Anyone,
             change_integration},
            {OfAResource, "DELETE", integration_path, all_of({"messaging:integration:delete"}), Anyone,
             delete_integration}};
}

}  // namespace mock
