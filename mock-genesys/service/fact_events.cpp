#include "mock-genesys/service/fact_events.h"

#include <string>

namespace mock {
namespace {

// Overloads over the kinds of facts.
struct Teller {
    const Platform& platform;

    std::optional<Event> operator()(const ConversationStarted& fact) const {
        return Event{"conversation.started",
                     {{"conversationId", fact.conversation.text()},
                      {"integrationId", fact.integration.text()},
                      {"from", fact.from}}};
    }

    std::optional<Event> operator()(const ConversationEnded& fact) const {
        return Event{"conversation.ended",
                     {{"conversationId", fact.conversation.text()},
                      {"integrationId", fact.integration.text()},
                      {"from", fact.from},
                      {"disconnectType", std::string(name_of(fact.disconnect_type))}}};
    }

    std::optional<Event> operator()(const ParticipantChanged& fact) const {
        Event event{
            "participant.state",
            {{"conversationId", fact.conversation.text()}, {"purpose", std::string(name_of(fact.purpose))}}};
        if (!fact.agent.empty()) event.fields.push_back({"agent", fact.agent});
        if (!fact.queue.empty()) event.fields.push_back({"queue", fact.queue});
        event.fields.push_back({"state", std::string(name_of(fact.state))});
        if (fact.disconnect_type)
            event.fields.push_back({"disconnectType", std::string(name_of(*fact.disconnect_type))});
        return event;
    }

    std::optional<Event> operator()(const InboundAppended& fact) const {
        const Message* const message = platform.find_message(fact.message);
        if (message == nullptr) return std::nullopt;
        Event event{"message.inbound",
                    {{"conversationId", message->conversation.text()},
                     {"messageId", message->id.text()},
                     {"providerMessageId", message->provider_message_id.value_or("")},
                     {"from", message->customer.id},
                     {"text", visible_text(*message), Audience::FeedOnly}}};
        if (!message->content.empty())
            event.fields.push_back({"media", message->content.front().url, Audience::FeedOnly});
        if (!fact.agent.empty()) event.fields.push_back({"agent", fact.agent});
        event.fields.push_back({"attributes", fact.attributes, Audience::FeedOnly});
        return event;
    }

    std::optional<Event> operator()(const OutboundAppended& fact) const {
        const Message* const message = platform.find_message(fact.message);
        if (message == nullptr) return std::nullopt;
        Event event{"message.outbound",
                    {{"conversationId", message->conversation.text()},
                     {"messageId", message->id.text()},
                     {"originatingEntity", std::string(name_of(message->originating_entity))}}};
        if (!message->agent.empty()) event.fields.push_back({"agent", message->agent});
        event.fields.push_back({"text", message->text.value_or(""), Audience::FeedOnly});
        return event;
    }

    std::optional<Event> operator()(const MessageStatusChanged& fact) const {
        const Message* const message = platform.find_message(fact.message);
        if (message == nullptr) return std::nullopt;
        Event event{"message.status",
                    {{"conversationId", message->conversation.text()},
                     {"messageId", message->id.text()},
                     {"status", std::string(name_of(message->status))}}};
        if (!message->agent.empty()) event.fields.push_back({"agent", message->agent});
        if (const auto failure = failure_of(*message)) event.fields.push_back({"reason", failure->code});
        return event;
    }

    std::optional<Event> operator()(const CustomerTyped& fact) const {
        Event event{"typing",
                    {{"conversationId", fact.conversation.text()}, {"by", "customer"}, {"from", fact.from}}};
        if (!fact.agent.empty()) event.fields.push_back({"agent", fact.agent});
        return event;
    }

    std::optional<Event> operator()(const AgentTyped& fact) const {
        return Event{"typing",
                     {{"conversationId", fact.conversation.text()}, {"by", "agent"}, {"agent", fact.agent}}};
    }
};

}  // namespace

std::optional<Event> event_of(const Fact& fact, const Platform& platform) {
    return std::visit(Teller{platform}, fact);
}

}  // namespace mock
