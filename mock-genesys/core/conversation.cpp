#include "mock-genesys/core/conversation.h"

#include <algorithm>
#include <ranges>

namespace mock {
namespace {

// Of const or mutable participants.
template <class Participants>
auto* newest_present(Participants& participants, Purpose purpose) {
    const auto found =
        std::ranges::find_if(participants | std::views::reverse, [&](const Participant& participant) {
            return participant.purpose == purpose && participant.state() != CommunicationState::Disconnected;
        });
    return found == participants.rend() ? nullptr : &*found;
}

}  // namespace

Participant* find_present(Conversation& conversation, Purpose purpose) {
    return newest_present(conversation.participants, purpose);
}

const Participant* find_present(const Conversation& conversation, Purpose purpose) {
    return newest_present(conversation.participants, purpose);
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
