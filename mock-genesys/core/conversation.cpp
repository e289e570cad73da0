#include "mock-genesys/core/conversation.h"

#include <algorithm>
#include <ranges>
#include <utility>

namespace mock {

const Participant* find_present(const Conversation& conversation, Purpose purpose) {
    for (const Participant& participant : conversation.participants | std::views::reverse)
        if (participant.purpose == purpose && participant.state() != CommunicationState::Disconnected)
            return &participant;
    return nullptr;
}

Participant* find_present(Conversation& conversation, Purpose purpose) {
    return const_cast<Participant*>(find_present(std::as_const(conversation), purpose));  // it is not const
}

const Participant* find_agent(const Conversation& conversation, std::string_view agent) {
    for (const Participant& participant : conversation.participants | std::views::reverse)
        if (participant.purpose == Purpose::Agent && participant.agent == agent) return &participant;
    return nullptr;
}

std::string connected_agent(const Conversation& conversation) {
    const Participant* const agent = find_present(conversation, Purpose::Agent);
    if (agent == nullptr || agent->state() != CommunicationState::Connected) return {};
    return agent->agent;
}

}  // namespace mock
