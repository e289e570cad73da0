#include "bridge/api/webhook.h"

#include <algorithm>
#include <array>

#include "foundation/crypto/base64.h"
#include "foundation/crypto/hmac.h"
#include "foundation/json/json.h"

namespace bridge {
namespace {

using json::text_at;
using json::Value;

std::string attachment_line(const Value& item) {
    const Value* const attachment = json::object_at(item, "attachment");
    if (attachment == nullptr) return {};
    const auto url = text_at(*attachment, "url");
    if (!url) return {};
    return "[" + text_at(*attachment, "filename").value_or("attachment") + "] " + *url;
}

std::string visible_text(const Value& body) {
    std::string text = text_at(body, "text").value_or("");
    const Value* const content = json::array_at(body, "content");
    if (content == nullptr) return text;
    for (const Value& item : *content) {
        const std::string line = attachment_line(item);
        if (line.empty()) continue;
        if (!text.empty()) text += '\n';
        text += line;
    }
    return text;
}

// The vendor's ids have 32 characters.
constexpr std::size_t id_characters_max = 128;

GenesysMessageId message_id(const Value& body, std::string_view bytes) {
    auto id = text_at(body, "id");
    if (id && !id->empty() && id->size() <= id_characters_max) return GenesysMessageId(*std::move(id));
    return GenesysMessageId("body-" + crypto::encode_base64(crypto::HmacSha256("dedupe").sign(bytes)));
}

std::string customer_address(const Value& body) {
    const Value* const channel = json::object_at(body, "channel");
    const Value* const to = channel == nullptr ? nullptr : json::object_at(*channel, "to");
    return to == nullptr ? std::string{} : text_at(*to, "id").value_or("");
}

// One of the vendor's own kinds, or "other": what a stranger writes does not reach the traces.
std::string kind_of(const Value& body) {
    constexpr std::array<std::string_view, 4> kinds{"Receipt", "Event", "Structured", "Text"};
    const std::string type = text_at(body, "type").value_or("");
    return std::ranges::find(kinds, type) == kinds.end() ? "other" : type;
}

}  // namespace

std::expected<Webhook, MalformedWebhook> decode_webhook(std::string_view bytes) {
    const auto body = json::parse(bytes);
    if (!body) return std::unexpected(MalformedWebhook{body.error().what});
    if (!body->is_object()) return std::unexpected(MalformedWebhook{"the body is no JSON object"});
    const std::string kind = kind_of(*body);
    std::string text = visible_text(*body);
    if (kind != "Text" && kind != "Structured") return WebhookOther{kind};
    if (text.empty()) return WebhookOther{kind};
    const bool is_human = text_at(*body, "originatingEntity") == "Human";
    return WebhookText{.id = message_id(*body, bytes),
                       .conversation = ConversationId(text_at(*body, "conversationId").value_or("")),
                       .to = customer_address(*body),
                       .originator = is_human ? Originator::Human : Originator::Flow,
                       .text = std::move(text)};
}

}  // namespace bridge
