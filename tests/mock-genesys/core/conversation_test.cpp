#include "mock-genesys/core/conversation.h"

#include <gtest/gtest.h>

namespace mock {
namespace {

Participant participant(Purpose purpose, const std::string& agent, CommunicationState state) {
    Participant result;
    result.purpose = purpose;
    result.agent = agent;
    result.communications.emplace_back().state = state;
    return result;
}

Conversation with_agents(CommunicationState first, CommunicationState second) {
    Conversation conversation;
    conversation.participants.push_back(participant(Purpose::Customer, "", CommunicationState::Connected));
    conversation.participants.push_back(participant(Purpose::Agent, "ann", first));
    conversation.participants.push_back(participant(Purpose::Agent, "ben", second));
    return conversation;
}

TEST(Conversation, finds_who_is_present) {
    Conversation conversation = with_agents(CommunicationState::Connected, CommunicationState::Disconnected);
    EXPECT_EQ(find_present(conversation, Purpose::Agent)->agent, "ann");
    EXPECT_EQ(find_present(conversation, Purpose::Acd), nullptr);
}

TEST(Conversation, names_the_connected_agent_only) {
    EXPECT_EQ(connected_agent(with_agents(CommunicationState::Disconnected, CommunicationState::Connected)),
              "ben");
    EXPECT_EQ(connected_agent(with_agents(CommunicationState::Disconnected, CommunicationState::Alerting)),
              "");
    EXPECT_EQ(
        connected_agent(with_agents(CommunicationState::Disconnected, CommunicationState::Disconnected)), "");
}

TEST(Conversation, finds_an_agent_who_has_left) {
    const Conversation conversation =
        with_agents(CommunicationState::Disconnected, CommunicationState::Disconnected);
    EXPECT_EQ(find_agent(conversation, "ann"), &conversation.participants[1]);
    EXPECT_EQ(find_agent(conversation, "cat"), nullptr);
}

}  // namespace
}  // namespace mock
