#include "mock-genesys/core/conversations.h"

#include <gtest/gtest.h>

namespace mock {
namespace {

using namespace std::chrono_literals;

const IntegrationId chatbot{"chatbot"};
constexpr base::Duration window = 72h;

base::Now at(base::Duration since_start) {
    return {base::TimePoint(since_start),
            base::UtcTime(std::chrono::duration_cast<std::chrono::milliseconds>(since_start))};
}

Customer anna() {
    Customer customer;
    customer.id = "anna@example.org";
    return customer;
}

TEST(Conversations, open_one_for_a_new_customer_and_keep_it_while_it_is_live) {
    Conversations conversations(window, 1);
    const auto first = conversations.enter(chatbot, anna(), at(0s));
    EXPECT_EQ(first.entry, Conversations::Entry::New);
    const ConversationId id = first.conversation.id;
    const auto second = conversations.enter(chatbot, anna(), at(100h));
    EXPECT_EQ(second.entry, Conversations::Entry::Live);
    EXPECT_EQ(second.conversation.id, id);
}

TEST(Conversations, keep_customers_and_integrations_apart) {
    Conversations conversations(window, 1);
    const ConversationId id = conversations.enter(chatbot, anna(), at(0s)).conversation.id;
    Customer bert;
    bert.id = "bert@example.org";
    EXPECT_NE(conversations.enter(chatbot, bert, at(0s)).conversation.id, id);
    EXPECT_NE(conversations.enter(IntegrationId("other"), anna(), at(0s)).conversation.id, id);
}

TEST(Conversations, are_rejoined_within_the_threading_window_and_not_at_its_end) {
    Conversations conversations(window, 1);
    Conversation& first = conversations.enter(chatbot, anna(), at(0s)).conversation;
    const ConversationId id = first.id;
    conversations.end(first, DisconnectType::Peer, at(1h));
    const auto again = conversations.enter(chatbot, anna(), at(73h - 1ms));
    EXPECT_EQ(again.entry, Conversations::Entry::Rejoined);
    EXPECT_EQ(again.conversation.id, id);
    EXPECT_TRUE(again.conversation.is_live());
    EXPECT_EQ(again.conversation.customer_participant().communications.size(), 2U);
    conversations.end(again.conversation, DisconnectType::Peer, at(74h));
    EXPECT_EQ(conversations.enter(chatbot, anna(), at(74h + window)).entry, Conversations::Entry::New);
}

TEST(Conversations, are_never_rejoined_with_a_window_of_zero) {
    Conversations conversations(0s, 1);
    conversations.end(conversations.enter(chatbot, anna(), at(0s)).conversation, DisconnectType::Peer,
                      at(1s));
    EXPECT_EQ(conversations.enter(chatbot, anna(), at(1s)).entry, Conversations::Entry::New);
}

TEST(Conversations, tie_newcomers_and_the_customer_together_as_peers) {
    Conversations conversations(window, 1);
    Conversation& conversation = conversations.enter(chatbot, anna(), at(0s)).conversation;
    conversations.join(conversation, {Purpose::Workflow, "flow", {}, {}, CommunicationState::Connected},
                       at(0s));
    conversations.join(conversation, {Purpose::Acd, "queue", {}, "queue", CommunicationState::Connected},
                       at(0s));
    const auto& participants = conversation.participants;
    ASSERT_EQ(participants.size(), 3U);
    EXPECT_EQ(participants[1].current().peer, participants[0].current().id);
    EXPECT_EQ(participants[2].current().peer, participants[0].current().id);
    EXPECT_EQ(participants[0].current().peer, participants[2].current().id);
}

TEST(Conversations, tell_every_change_in_order) {
    Conversations conversations(window, 1);
    Conversation& conversation = conversations.enter(chatbot, anna(), at(0s)).conversation;
    Participant& agent = conversations.join(
        conversation, {Purpose::Agent, "Ann", "ann", "Support", CommunicationState::Alerting}, at(1s));
    conversations.connect(conversation, agent, at(2s));
    conversations.leave(conversation, agent, DisconnectType::Client, at(3s));
    conversations.end(conversation, DisconnectType::Peer, at(3s));
    const std::vector<Fact> facts = conversations.take_facts();
    ASSERT_EQ(facts.size(), 7U);
    EXPECT_TRUE(std::holds_alternative<ConversationStarted>(facts[0]));
    EXPECT_EQ(std::get<ParticipantChanged>(facts[1]).purpose, Purpose::Customer);
    EXPECT_EQ(std::get<ParticipantChanged>(facts[2]).state, CommunicationState::Alerting);
    EXPECT_EQ(std::get<ParticipantChanged>(facts[3]).state, CommunicationState::Connected);
    EXPECT_EQ(std::get<ParticipantChanged>(facts[4]).disconnect_type, DisconnectType::Client);
    EXPECT_EQ(std::get<ParticipantChanged>(facts[5]).disconnect_type, DisconnectType::Peer);
    EXPECT_EQ(std::get<ConversationEnded>(facts[6]).disconnect_type, DisconnectType::Peer);
    EXPECT_TRUE(conversations.take_facts().empty());
}

TEST(Conversations, remember_when_everybody_came_and_went) {
    Conversations conversations(window, 1);
    Conversation& conversation = conversations.enter(chatbot, anna(), at(0s)).conversation;
    Participant& agent = conversations.join(
        conversation, {Purpose::Agent, "Ann", "ann", "Support", CommunicationState::Alerting}, at(1s));
    EXPECT_FALSE(agent.current().connected);
    conversations.connect(conversation, agent, at(2s));
    conversations.end(conversation, DisconnectType::TransportFailure, at(3s));
    const Communication& communication = conversation.participants[1].current();
    EXPECT_EQ(communication.alerting, at(1s).utc);
    EXPECT_EQ(communication.connected, at(2s).utc);
    EXPECT_EQ(communication.disconnected, at(3s).utc);
    EXPECT_EQ(communication.disconnect_type, DisconnectType::TransportFailure);
}

TEST(ConversationsDeathTest, refuse_to_end_twice) {
    Conversations conversations(window, 1);
    Conversation& conversation = conversations.enter(chatbot, anna(), at(0s)).conversation;
    conversations.end(conversation, DisconnectType::Peer, at(1s));
    EXPECT_DEATH(conversations.end(conversation, DisconnectType::Peer, at(1s)), "a conversation ends once");
}

}  // namespace
}  // namespace mock
