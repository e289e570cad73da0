#include "mock-genesys/core/platform.h"

#include <gtest/gtest.h>

#include "mock-genesys/core/assign_ids.h"

namespace mock {
namespace {

using namespace std::chrono_literals;

base::Now at(base::Duration since_start) {
    return {base::TimePoint(since_start),
            base::UtcTime(std::chrono::duration_cast<std::chrono::milliseconds>(since_start))};
}

Organisation support(std::vector<FlowAction> actions = {SendResponse{"Connected"},
                                                        TransferToAcd{"Support"}}) {
    Organisation organisation;
    organisation.users.resize(2);
    organisation.users[0].name = "ann";
    organisation.users[0].display_name = "Ann Agent";
    organisation.users[1].name = "ben";
    organisation.queues.push_back({{}, "Support", "Home", {"ann", "ben"}});
    organisation.flows.push_back({{}, "Handover", "Home", true, std::move(actions)});
    organisation.integrations.emplace_back().name = "chatbot";
    organisation.message_routing.push_back({"Handover", {"chatbot"}});
    organisation.wrap_up_codes = {{{}, "Resolved"}};
    return assign_ids(std::move(organisation), 1);
}

InboundMessage says(const std::string& text, const std::string& provider_id = "") {
    InboundMessage message;
    message.from.id = "anna@example.org";
    message.text = text;
    if (!provider_id.empty()) message.provider_message_id = provider_id;
    return message;
}

class PlatformTest : public ::testing::Test {
  protected:
    void begin(Organisation organisation) {
        organisation_ = std::move(organisation);
        platform_.emplace(organisation_, 1);
    }
    ConversationId receive(const std::string& text, base::Duration when = 0s) {
        return platform_->receive(organisation_.integrations[0], says(text), at(when)).conversation;
    }
    const Conversation& conversation(const ConversationId& id) { return *platform_->find_conversation(id); }
    std::vector<std::string> lines(const ConversationId& id) {
        std::vector<std::string> lines;
        for (const Message* const message : platform_->messages_of(conversation(id)))
            lines.push_back(*message->text);
        return lines;
    }

    Organisation organisation_;
    std::optional<Platform> platform_;
};

TEST_F(PlatformTest, leads_a_customer_through_flow_queue_and_agent_and_back) {
    begin(support());
    platform_->set_on_queue("ann", true, at(0s));
    const ConversationId id = receive("I want a human");
    EXPECT_EQ(platform_->accept("ann", std::nullopt, at(1s)), id);
    ASSERT_TRUE(platform_->say("ann", std::nullopt, "Hello", at(2s)));
    receive("Thanks", 3s);
    EXPECT_EQ(platform_->disconnect("ann", std::nullopt, at(4s)), id);
    EXPECT_EQ(platform_->wrap_up("ann", "Resolved", std::nullopt, at(5s)), id);
    EXPECT_EQ(lines(id), (std::vector<std::string>{"I want a human", "Connected", "Hello", "Thanks"}));
    const Conversation& over = conversation(id);
    EXPECT_FALSE(over.is_live());
    ASSERT_EQ(over.participants.size(), 4U);
    EXPECT_EQ(over.participants[0].current().disconnect_type, DisconnectType::Peer);
    EXPECT_EQ(over.participants[1].current().disconnect_type, DisconnectType::Transfer);
    EXPECT_EQ(over.participants[2].current().disconnect_type, DisconnectType::Transfer);
    EXPECT_EQ(over.participants[3].current().disconnect_type, DisconnectType::Client);
    EXPECT_EQ(over.participants[3].wrap_up->code, "Resolved");
}

TEST_F(PlatformTest, lets_a_customer_wait_until_an_agent_comes) {
    begin(support());
    const ConversationId id = receive("hello");
    EXPECT_NE(find_present(conversation(id), Purpose::Acd), nullptr);
    EXPECT_EQ(find_present(conversation(id), Purpose::Agent), nullptr);
    platform_->set_on_queue("ben", true, at(10s));
    EXPECT_EQ(find_present(conversation(id), Purpose::Agent)->agent, "ben");
}

TEST_F(PlatformTest, offers_the_next_customer_when_an_agent_is_free_again) {
    begin(support());
    platform_->set_on_queue("ann", true, at(0s));
    const ConversationId first = receive("first");
    InboundMessage other = says("second");
    other.from.id = "bert@example.org";
    const ConversationId second =
        platform_->receive(organisation_.integrations[0], other, at(0s)).conversation;
    ASSERT_EQ(platform_->accept("ann", std::nullopt, at(1s)), first);
    EXPECT_EQ(platform_->accept("ann", std::nullopt, at(1s)), std::unexpected(AgentRefusal::NothingAlerting));
    ASSERT_TRUE(platform_->disconnect("ann", std::nullopt, at(2s)));
    EXPECT_EQ(platform_->accept("ann", std::nullopt, at(3s)), second);
}

TEST_F(PlatformTest, runs_the_flow_again_in_the_same_conversation_and_prefers_the_last_agent) {
    begin(support());
    platform_->set_on_queue("ben", true, at(0s));
    const ConversationId id = receive("hello");
    ASSERT_TRUE(platform_->accept("ben", std::nullopt, at(1s)));
    ASSERT_TRUE(platform_->disconnect("ben", std::nullopt, at(2s)));
    platform_->set_on_queue("ann", true, at(2s));
    EXPECT_EQ(receive("me again", 3s), id);
    EXPECT_EQ(lines(id), (std::vector<std::string>{"hello", "Connected", "me again", "Connected"}));
    EXPECT_EQ(find_present(conversation(id), Purpose::Agent)->agent, "ben");
}

TEST_F(PlatformTest, disconnects_the_customer_of_a_flow_without_transfer) {
    begin(support({SendResponse{"We are closed"}}));
    const ConversationId id = receive("hello");
    EXPECT_FALSE(conversation(id).is_live());
    EXPECT_EQ(lines(id), (std::vector<std::string>{"hello", "We are closed"}));
}

TEST_F(PlatformTest, accepts_but_does_not_route_without_a_published_flow) {
    Organisation organisation = support();
    organisation.flows[0].published = false;
    begin(std::move(organisation));
    const ConversationId id = receive("hello");
    EXPECT_TRUE(conversation(id).is_live());
    EXPECT_EQ(conversation(id).participants.size(), 1U);
}

TEST_F(PlatformTest, keeps_attributes_that_a_later_message_does_not_name) {
    begin(support());
    InboundMessage first = says("one");
    first.custom_attributes = Attributes{{"section", "A"}, {"region", "Europe"}};
    InboundMessage second = says("two");
    second.custom_attributes = Attributes{{"section", "B"}};
    const ConversationId id = platform_->receive(organisation_.integrations[0], first, at(0s)).conversation;
    platform_->receive(organisation_.integrations[0], second, at(1s));
    EXPECT_EQ(conversation(id).customer_participant().attributes,
              (Attributes{{"section", "B"}, {"region", "Europe"}}));
}

TEST_F(PlatformTest, ignores_or_appends_a_repeated_provider_id_as_the_switch_says) {
    for (const auto& [choice, lines_expected] :
         {std::pair{RepeatedMessageId::Ignore, 2U}, std::pair{RepeatedMessageId::Append, 3U}}) {
        Organisation organisation = support();
        organisation.switches.repeated_message_id = choice;
        begin(std::move(organisation));
        const MessageId first = platform_->receive(organisation_.integrations[0], says("a", "e1"), at(0s)).id;
        const Message again = platform_->receive(organisation_.integrations[0], says("a", "e1"), at(1s));
        EXPECT_EQ(again.id == first, choice == RepeatedMessageId::Ignore);
        EXPECT_EQ(lines(again.conversation).size(), lines_expected);
    }
}

TEST_F(PlatformTest, marks_a_message_that_cannot_be_delivered) {
    begin(support());
    const ConversationId id = receive("hello");
    const MessageId flow_line = platform_->messages_of(conversation(id))[1]->id;
    platform_->undeliverable(flow_line, "timed out", at(85s));
    EXPECT_EQ(platform_->find_message(flow_line)->status, MessageStatus::Failed);
    EXPECT_EQ(platform_->find_message(flow_line)->error, "timed out");
    EXPECT_TRUE(conversation(id).is_live());
}

TEST_F(PlatformTest, ends_a_conversation_over_an_undeliverable_message_if_the_switch_says_so) {
    Organisation organisation = support();
    organisation.switches.webhook_exhausted = WebhookExhausted::ConversationEnds;
    begin(std::move(organisation));
    platform_->set_on_queue("ann", true, at(0s));
    const ConversationId id = receive("hello");
    ASSERT_TRUE(platform_->accept("ann", std::nullopt, at(1s)));
    platform_->undeliverable(platform_->messages_of(conversation(id))[1]->id, "timed out", at(85s));
    EXPECT_FALSE(conversation(id).is_live());
    EXPECT_EQ(conversation(id).customer_participant().current().disconnect_type,
              DisconnectType::TransportFailure);
    EXPECT_EQ(platform_->wrap_up("ann", "Resolved", std::nullopt, at(86s)), id);
}

TEST_F(PlatformTest, marks_a_delivered_message_as_sent) {
    begin(support());
    const ConversationId id = receive("hello");
    const MessageId flow_line = platform_->messages_of(conversation(id))[1]->id;
    EXPECT_EQ(platform_->find_message(flow_line)->status, MessageStatus::Queued);
    platform_->delivered(flow_line);
    EXPECT_EQ(platform_->find_message(flow_line)->status, MessageStatus::Sent);
}

TEST_F(PlatformTest, refuses_an_unknown_wrap_up_code) {
    begin(support());
    EXPECT_EQ(platform_->wrap_up("ann", "Nonsense", std::nullopt, at(0s)),
              std::unexpected(AgentRefusal::WrapUpCodeUnknown));
}

TEST_F(PlatformTest, lets_a_persona_do_all_of_it_alone) {
    Organisation organisation = support();
    organisation.users[0].persona = Persona{.accept_after = 2s,
                                            .replies = {{"", "I am here.", 1s}},
                                            .disconnect_after = 10s,
                                            .wrap_up = PersonaWrapUp{"Resolved", 1s}};
    begin(std::move(organisation));
    const ConversationId id = receive("hello");
    std::vector<base::TimePoint> wakeups;
    while (const auto wakeup = platform_->next_wakeup()) {
        wakeups.push_back(*wakeup);
        platform_->advance(at(wakeup->time_since_epoch()));
    }
    EXPECT_EQ(wakeups, (std::vector<base::TimePoint>{at(2s).monotonic, at(3s).monotonic, at(13s).monotonic,
                                                     at(14s).monotonic}));
    EXPECT_EQ(lines(id).back(), "I am here.");
    EXPECT_FALSE(conversation(id).is_live());
    EXPECT_EQ(conversation(id).participants.back().wrap_up->code, "Resolved");
}

}  // namespace
}  // namespace mock
