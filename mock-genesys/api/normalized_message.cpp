#include "mock-genesys/api/normalized_message.h"

#include "foundation/base/time.h"
#include "foundation/json/json.h"

namespace mock {
namespace {

void add_optional(json::Ordered& object, const char* key, const std::optional<std::string>& value) {
    if (value) object[key] = *value;
}

json::Ordered open_channel(const IntegrationId& integration) {
    return {{"id", integration.text()}, {"platform", "Open"}, {"type", "Private"}};
}

json::Ordered integration_address(const Integration& integration) {
    return {{"nickname", integration.name}, {"id", integration.id.text()}, {"idType", "Opaque"}};
}

json::Ordered customer_address(const Customer& customer) {
    return {{"id", customer.id}, {"idType", name_of(customer.id_type)}};
}

json::Ordered customer_profile(const Customer& customer) {
    json::Ordered from;
    add_optional(from, "nickname", customer.nickname);
    from["id"] = customer.id;
    from["idType"] = name_of(customer.id_type);
    add_optional(from, "firstName", customer.first_name);
    add_optional(from, "lastName", customer.last_name);
    add_optional(from, "email", customer.email);
    return from;
}

json::Ordered inbound_channel(const Message& message) {
    json::Ordered channel = open_channel(message.integration);
    add_optional(channel, "messageId", message.provider_message_id);
    channel["to"] = {{"id", message.integration.text()}};
    channel["from"] = customer_profile(message.customer);
    channel["time"] = base::to_iso8601(message.time);
    if (message.custom_attributes) {
        json::Ordered attributes = json::Ordered::object();
        for (const auto& [key, value] : *message.custom_attributes) attributes[key] = value;
        channel["metadata"] = {{"customAttributes", std::move(attributes)}};
    }
    return channel;
}

json::Ordered outbound_channel(const Message& message, const Integration& integration, base::UtcTime time) {
    json::Ordered channel = open_channel(integration.id);
    channel["to"] = customer_address(message.customer);
    channel["from"] = integration_address(integration);
    channel["time"] = base::to_iso8601(time);
    channel["messageId"] = message.id.text();
    return channel;
}

json::Ordered attachment_content(const Attachment& attachment) {
    json::Ordered entry;
    add_optional(entry, "id", attachment.id);
    entry["mediaType"] = name_of(attachment.media_type);
    entry["url"] = attachment.url;
    entry["mime"] = attachment.mime;
    add_optional(entry, "text", attachment.text);
    add_optional(entry, "sha256", attachment.sha256);
    add_optional(entry, "filename", attachment.filename);
    return {{"contentType", "Attachment"}, {"attachment", std::move(entry)}};
}

// type, text and content, which stand together in every form. The type is Text for attachments alone too.
void add_what_was_said(json::Ordered& object, const Message& message) {
    object["type"] = "Text";
    add_optional(object, "text", message.text);
    if (message.content.empty()) return;
    json::Ordered content = json::Ordered::array();
    for (const Attachment& attachment : message.content) content.push_back(attachment_content(attachment));
    object["content"] = std::move(content);
}

void add_metadata(json::Ordered& object, const Message& message) {
    if (!message.metadata) return;
    json::Ordered metadata = json::Ordered::object();
    for (const auto& [key, value] : *message.metadata) metadata[key] = value;
    object["metadata"] = std::move(metadata);
}

json::Ordered webhook_text(const Message& message, const Integration& integration) {
    json::Ordered body{{"id", message.id.text()},
                       {"channel", outbound_channel(message, integration, message.time)}};
    add_what_was_said(body, message);
    body["originatingEntity"] = name_of(message.originating_entity);
    body["direction"] = "Outbound";
    return body;
}

json::Ordered normalized(const Message& message, const Integration& integration) {
    switch (message.direction) {
        case Direction::Outbound:
            return webhook_text(message, integration);
        case Direction::Inbound:
            break;
    }
    json::Ordered body{{"id", message.id.text()}, {"channel", inbound_channel(message)}};
    body["channel"].erase("metadata");  // this form has no place for it (ConversationMessagingChannel)
    add_what_was_said(body, message);
    body["direction"] = "Inbound";
    add_metadata(body, message);
    return body;
}

json::Ordered media_of(const Message& message) {
    json::Ordered media = json::Ordered::array();
    for (const Attachment& attachment : message.content) {
        json::Ordered entry{{"url", attachment.url}, {"mediaType", attachment.mime}};
        add_optional(entry, "name", attachment.filename);
        add_optional(entry, "id", attachment.id);
        media.push_back(std::move(entry));
    }
    return media;
}

}  // namespace

std::string encode_inbound_reply(const Message& message, ConversationIdInReply conversation_id) {
    json::Ordered reply{{"id", message.id.text()}, {"channel", inbound_channel(message)}};
    add_what_was_said(reply, message);
    add_metadata(reply, message);
    if (conversation_id == ConversationIdInReply::Prefetched)
        reply["conversationId"] = message.conversation.text();
    return json::dump(reply);
}

std::string encode_webhook_text(const Message& message, const Integration& integration) {
    json::Ordered body = webhook_text(message, integration);
    body["conversationId"] = message.conversation.text();
    return json::dump(body);
}

std::string encode_published_receipt(const Message& message, const Integration& integration,
                                     base::UtcTime now) {
    return json::dump({{"id", message.id.text()},
                       {"channel", outbound_channel(message, integration, now)},
                       {"type", "Receipt"},
                       {"status", "Published"},
                       {"isFinalReceipt", true},
                       {"direction", "Inbound"},
                       {"conversationId", message.conversation.text()}});
}

std::string encode_message_data(const Message& message, const Integration& integration, MessageForm form) {
    const bool is_inbound = message.direction == Direction::Inbound;
    const std::string& integration_id = message.integration.text();
    json::Ordered body{{"id", message.id.text()}};
    add_optional(body, "providerMessageId", message.provider_message_id);
    body["timestamp"] = base::to_iso8601(message.time);
    body["fromAddress"] = is_inbound ? message.customer.id : integration_id;
    body["toAddress"] = is_inbound ? integration_id : message.customer.id;
    body["direction"] = is_inbound ? "inbound" : "outbound";
    body["messengerType"] = "open";
    if (form == MessageForm::WithText) body["textBody"] = message.text.value_or("");
    body["status"] = name_of(message.status);
    if (form == MessageForm::WithText) body["media"] = media_of(message);
    body["normalizedMessage"] = normalized(message, integration);
    body["normalizedReceipts"] = json::Ordered::array();
    body["conversationId"] = message.conversation.text();
    body["selfUri"] =
        "/api/v2/conversations/messages/" + message.conversation.text() + "/messages/" + message.id.text();
    return json::dump(body);
}

}  // namespace mock
