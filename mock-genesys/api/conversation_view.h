// MessageConversation: the view of a conversation that connectors poll for its end.
#pragma once

#include <functional>
#include <string>

#include "mock-genesys/core/conversation.h"
#include "mock-genesys/core/organisation.h"

namespace mock {

// Finds a message by id; nullptr if it has been forgotten, and then it is left out.
using FindMessage = std::function<const Message*(const MessageId&)>;

// One participant per communication, in the order they joined, each with its own messages; null keys are
// omitted (vendor API definition, MessageConversation and MessageMediaParticipant). It carries no
// communication id.
std::string encode_conversation(const Conversation& conversation, const Organisation& organisation,
                                const FindMessage& find_message);

}  // namespace mock
