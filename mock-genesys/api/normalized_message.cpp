#include "mock-genesys/api/normalized_message.h"

#include "foundation/base/time.h"
#include "foundation/json/writer.h"
#include "mock-genesys/api/structured_content.h"

namespace mock {
namespace {

constexpr std::size_t reply_bytes_usual = 1'024;
constexpr std::int64_t typing_milliseconds = 5'000;  // captured in the tests of a public client library

void write_attributes(json::Writer& out, std::string_view key, const Attributes& attributes) {
    out.begin_object(key);
    for (const auto& [name, value] : attributes) out.text(name, value);
    out.end_object();
}

void write_open_channel(json::Writer& out, const IntegrationId& integration) {
    out.text("id", integration.text());
    out.text("platform", "Open");
    out.text("type", "Private");
}

void write_integration_address(json::Writer& out, std::string_view key, const Integration& integration) {
    out.begin_object(key);
    out.text("nickname", integration.name);
    out.text("id", integration.id.text());
    out.text("idType", "Opaque");
    out.end_object();
}

void write_customer_address(json::Writer& out, std::string_view key, const Customer& customer) {
    out.begin_object(key);
    out.text("id", customer.id);
    out.text("idType", name_of(customer.id_type));
    out.end_object();
}

void write_customer_profile(json::Writer& out, std::string_view key, const Customer& customer) {
    out.begin_object(key);
    out.text_if_any("nickname", customer.nickname);
    out.text("id", customer.id);
    out.text("idType", name_of(customer.id_type));
    out.text_if_any("firstName", customer.first_name);
    out.text_if_any("lastName", customer.last_name);
    out.text_if_any("email", customer.email);
    out.end_object();
}

// What is read later has no place for the attributes (API definition, ConversationMessagingChannel).
enum class AttributesInChannel { Told, LeftOut };

void write_inbound_channel(json::Writer& out, const Message& message, AttributesInChannel attributes) {
    out.begin_object("channel");
    write_open_channel(out, message.integration);
    out.text_if_any("messageId", message.provider_message_id);
    out.begin_object("to");
    out.text("id", message.integration.text());
    out.end_object();
    write_customer_profile(out, "from", message.customer);
    out.text("time", base::to_iso8601(message.time));
    if (message.custom_attributes && attributes == AttributesInChannel::Told) {
        out.begin_object("metadata");
        write_attributes(out, "customAttributes", *message.custom_attributes);
        out.end_object();
    }
    out.end_object();
}

void write_outbound_channel(json::Writer& out, const Message& message, const Integration& integration,
                            base::UtcTime time) {
    out.begin_object("channel");
    write_open_channel(out, integration.id);
    write_customer_address(out, "to", message.customer);
    write_integration_address(out, "from", integration);
    out.text("time", base::to_iso8601(time));
    out.text("messageId", message.id.text());
    out.end_object();
}

void write_attachment(json::Writer& out, const Attachment& attachment) {
    out.begin_object();
    out.text("contentType", "Attachment");
    out.begin_object("attachment");
    out.text_if_any("id", attachment.id);
    out.text("mediaType", name_of(attachment.media_type));
    out.text("url", attachment.url);
    out.text("mime", attachment.mime);
    out.text_if_any("text", attachment.text);
    out.text_if_any("sha256", attachment.sha256);
    out.text_if_any("filename", attachment.filename);
    if (attachment.size_bytes) out.number("contentSizeBytes", *attachment.size_bytes);
    out.end_object();
    out.end_object();
}

void write_structured(json::Writer& out, const Message& message) {
    out.text("type", "Structured");
    out.text_if_any("text", message.text);
    write_structured_content(out, message.structured);
}

// type, text and content, which stand together in every form. The type is Text for attachments alone too.
void write_what_was_said(json::Writer& out, const Message& message) {
    if (!message.structured.empty()) return write_structured(out, message);
    out.text("type", "Text");
    out.text_if_any("text", message.text);
    if (message.content.empty()) return;
    out.begin_array("content");
    for (const Attachment& attachment : message.content) write_attachment(out, attachment);
    out.end_array();
}

void write_metadata(json::Writer& out, const Message& message) {
    if (message.metadata) write_attributes(out, "metadata", *message.metadata);
}

// The members that the webhook of an outbound text and its reading have in common.
void write_webhook_text(json::Writer& out, const Message& message, const Integration& integration) {
    out.text("id", message.id.text());
    write_outbound_channel(out, message, integration, message.time);
    write_what_was_said(out, message);
    out.text("originatingEntity", name_of(message.originating_entity));
    out.text("direction", "Outbound");
}

void write_inbound(json::Writer& out, const Message& message) {
    out.text("id", message.id.text());
    write_inbound_channel(out, message, AttributesInChannel::LeftOut);
    write_what_was_said(out, message);
    out.text("direction", "Inbound");
    write_metadata(out, message);
}

void write_normalized(json::Writer& out, const Message& message, const Integration& integration) {
    out.begin_object("normalizedMessage");
    switch (message.direction) {
        case Direction::Outbound:
            write_webhook_text(out, message, integration);
            break;
        case Direction::Inbound:
            write_inbound(out, message);
            break;
    }
    out.end_object();
}

void write_media(json::Writer& out, const Message& message) {
    out.begin_array("media");
    for (const Attachment& attachment : message.content) {
        out.begin_object();
        out.text("url", attachment.url);
        out.text("mediaType", attachment.mime);
        out.text_if_any("name", attachment.filename);
        out.text_if_any("id", attachment.id);
        out.end_object();
    }
    out.end_array();
}

void write_receipt(json::Writer& out, const Message& message, const Integration& integration,
                   const Receipt& receipt) {
    out.begin_object();
    out.text("id", message.id.text());
    write_outbound_channel(out, message, integration, receipt.time);
    out.text("type", "Receipt");
    out.text("status", name_of(receipt.status));
    if (!receipt.reasons.empty()) {
        out.begin_array("reasons");
        for (const ReceiptReason& reason : receipt.reasons) {
            out.begin_object();
            out.text("code", reason.code);
            out.text("message", reason.message);
            out.end_object();
        }
        out.end_array();
    }
    out.flag("isFinalReceipt", receipt.is_final);
    out.text("direction", "Outbound");
    out.end_object();
}

void write_receipts(json::Writer& out, const Message& message, const Integration& integration) {
    out.begin_array("normalizedReceipts");
    for (const Receipt& receipt : message.receipts) write_receipt(out, message, integration, receipt);
    out.end_array();
}

}  // namespace

std::string encode_inbound_reply(const Message& message, ConversationIdInReply conversation_id) {
    json::Writer out(reply_bytes_usual);
    out.begin_object();
    out.text("id", message.id.text());
    write_inbound_channel(out, message, AttributesInChannel::Told);
    write_what_was_said(out, message);
    if (!message.structured.empty()) out.text("direction", "Inbound");
    write_metadata(out, message);
    if (conversation_id == ConversationIdInReply::Prefetched)
        out.text("conversationId", message.conversation.text());
    out.end_object();
    return out.take();
}

std::string encode_webhook_text(const Message& message, const Integration& integration) {
    json::Writer out;
    out.begin_object();
    write_webhook_text(out, message, integration);
    out.text("conversationId", message.conversation.text());
    out.end_object();
    return out.take();
}

std::string encode_webhook_typing(const Message& message, const Integration& integration) {
    json::Writer out;
    out.begin_object();
    out.text("id", message.id.text());
    write_outbound_channel(out, message, integration, message.time);
    out.text("type", "Event");
    out.begin_array("events");
    out.begin_object();
    out.text("eventType", "Typing");
    out.begin_object("typing");
    out.text("type", "On");
    out.number("duration", typing_milliseconds);
    out.end_object();
    out.end_object();
    out.end_array();
    out.text("direction", "Outbound");
    out.text("conversationId", message.conversation.text());
    out.end_object();
    return out.take();
}

std::string encode_published_receipt(const Message& message, const Integration& integration,
                                     base::UtcTime now) {
    json::Writer out;
    out.begin_object();
    out.text("id", message.id.text());
    write_outbound_channel(out, message, integration, now);
    out.text("type", "Receipt");
    out.text("status", "Published");
    out.flag("isFinalReceipt", true);
    out.text("direction", "Inbound");
    out.text("conversationId", message.conversation.text());
    out.end_object();
    return out.take();
}

std::string encode_message_data(const Message& message, const Integration& integration, MessageForm form) {
    const bool is_inbound = message.direction == Direction::Inbound;
    const std::string& integration_id = message.integration.text();
    json::Writer out;
    out.begin_object();
    out.text("id", message.id.text());
    out.text_if_any("providerMessageId", message.provider_message_id);
    out.text("timestamp", base::to_iso8601(message.time));
    out.text("fromAddress", is_inbound ? message.customer.id : integration_id);
    out.text("toAddress", is_inbound ? integration_id : message.customer.id);
    out.text("direction", is_inbound ? "inbound" : "outbound");
    out.text("messengerType", "open");
    if (form == MessageForm::WithText) out.text("textBody", visible_text(message));
    out.text("status", name_of(message.status));
    if (form == MessageForm::WithText) write_media(out, message);
    write_normalized(out, message, integration);
    write_receipts(out, message, integration);
    out.text("conversationId", message.conversation.text());
    out.text("selfUri", "/api/v2/conversations/messages/" + message.conversation.text() + "/messages/" +
                            message.id.text());
    out.end_object();
    return out.take();
}

}  // namespace mock
