// What Genesys posts to the bridge, decoded tolerantly: unknown fields and kinds are fine, since the vendor
// adds to them without notice; only what is no JSON object is refused.
#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <variant>

#include "bridge/core/ids.h"

namespace bridge {

enum class Originator { Human, Flow };

// A message of a human agent or of the flow. Attachments are added to the text as "[name] address" lines.
struct WebhookText {
    GenesysMessageId
        id;  // made from the bytes if the body has none, so that repetitions are still recognised
    ConversationId conversation;  // empty in old captures
    std::string to;               // the customer's address
    Originator originator = Originator::Flow;
    std::string text;
};
// Receipts, typing events, structured messages without text, and what may come one day: acknowledged, counted
// by kind.
struct WebhookOther {
    std::string kind;
};
using Webhook = std::variant<WebhookText, WebhookOther>;

struct MalformedWebhook {
    std::string what;
};
std::expected<Webhook, MalformedWebhook> decode_webhook(std::string_view body);

}  // namespace bridge
