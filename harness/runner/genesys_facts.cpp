#include "harness/runner/genesys_facts.h"

#include <charconv>
#include <string_view>

namespace runner {
namespace {

using TextFields = std::map<std::string, std::string>;

std::string text_at(const TextFields& fields, const std::string& key) {
    const auto found = fields.find(key);
    return found == fields.end() ? std::string{} : found->second;
}

std::int64_t number_at(const TextFields& fields, const std::string& key) {
    const std::string text = text_at(fields, key);
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

std::map<std::string, std::string> attributes_of(const TextFields& fields) {
    constexpr std::string_view prefix = "attributes.";
    std::map<std::string, std::string> attributes;
    for (auto field = fields.lower_bound(std::string(prefix)); field != fields.end(); ++field) {
        if (!field->first.starts_with(prefix)) break;
        attributes.emplace(field->first.substr(prefix.size()), field->second);
    }
    return attributes;
}

}  // namespace

std::optional<invariants::Fact> fact_of(const std::string& kind, const TextFields& fields) {
    const std::string conversation = text_at(fields, "conversationId");
    const std::string message = text_at(fields, "messageId");
    if (kind == "conversation.started")
        return invariants::ConversationStarted{conversation, text_at(fields, "from")};
    if (kind == "conversation.ended")
        return invariants::ConversationEnded{conversation, text_at(fields, "from")};
    if (kind == "participant.state")
        return invariants::ParticipantMoved{conversation, text_at(fields, "purpose"),
                                            text_at(fields, "agent"), text_at(fields, "state")};
    if (kind == "message.inbound")
        return invariants::InboundTaken{conversation,
                                        message,
                                        text_at(fields, "providerMessageId"),
                                        text_at(fields, "from"),
                                        text_at(fields, "text"),
                                        attributes_of(fields)};
    if (kind == "message.outbound") {
        const bool is_human = text_at(fields, "originatingEntity") == "Human";
        return invariants::OutboundSaid{conversation, message, is_human ? text_at(fields, "agent") : "",
                                        text_at(fields, "text")};
    }
    if (kind == "webhook.attempt") return invariants::WebhookAttempted{message, number_at(fields, "attempt")};
    if (kind == "webhook.outcome")
        return invariants::WebhookConcluded{message, number_at(fields, "attempt"),
                                            static_cast<int>(number_at(fields, "status")),
                                            text_at(fields, "verdict")};
    return std::nullopt;
}

}  // namespace runner
