// What has happened on the platform, in order: feeds the event feed, the traces and the webhooks.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "mock-genesys/core/message.h"
#include "mock-genesys/core/values.h"

namespace mock {

struct ConversationStarted {
    ConversationId conversation;
    IntegrationId integration;
    std::string from;  // the customer's address
};
struct ConversationEnded {
    ConversationId conversation;
    IntegrationId integration;
    std::string from;
    DisconnectType disconnect_type;  // the customer's
};
struct ParticipantChanged {
    ConversationId conversation;
    Purpose purpose;
    std::string agent;  // name of the user, of an agent
    std::string queue;  // name, of acd and agent
    CommunicationState state;
    std::optional<DisconnectType> disconnect_type;
};
struct InboundAppended {
    MessageId message;
    std::string agent;      // name of the connected one, or empty
    Attributes attributes;  // of the customer participant, this message's included
};
struct OutboundAppended {
    MessageId message;
};

struct MessageStatusChanged {
    MessageId message;
};
// Somebody is writing; nothing is stored of it.
struct CustomerTyped {
    ConversationId conversation;
    std::string from;   // the customer's address
    std::string agent;  // name of the connected one, or empty
};
struct AgentTyped {
    MessageId event;  // of its webhook
    ConversationId conversation;
    std::string agent;
};

using Fact = std::variant<ConversationStarted, ConversationEnded, ParticipantChanged, InboundAppended,
                          OutboundAppended, MessageStatusChanged, CustomerTyped, AgentTyped>;

}  // namespace mock
