// The part of a session that faces the customer.
#include "bridge/service/chat.h"

#include <gmock/gmock.h>

#include "tests/bridge/service/chat_testing.h"

namespace bridge::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class ChatCustomerTest : public ChatTest {
  protected:
    ChatCustomerTest() {
        terms().quick_reply = "Cancel";
        terms().cancel_intent = "cancel";
        settings.bot.intents["cancel"] = {"never mind"};
        learn();
    }
};

TEST_F(ChatCustomerTest, is_offered_the_quick_reply_with_the_accepted_message) {
    say("human");
    const auto& entries = chat.log().entries();
    EXPECT_EQ(std::get<Output>(entries.back().line).quick_replies, std::vector<std::string>{"Cancel"});
}

TEST_F(ChatCustomerTest, cancels_in_the_queue_by_quick_reply) {
    begin_handover();
    news();
    say("Cancel");
    EXPECT_THAT(news(), ElementsAre("customer: Cancel", "status: cancelled", "bot: Cancelled."));
    EXPECT_THAT(sent(), ElementsAre("User left the conversation"));
    EXPECT_FALSE(chat.is_busy());
}

TEST_F(ChatCustomerTest, cancels_with_the_agent_by_intent) {
    begin_handover();
    agent("a1");
    say("a line before");
    say("oh, Never Mind");
    EXPECT_EQ(state(), HandoverState::Cancelled);
    EXPECT_THAT(sent(), ElementsAre("User left the conversation"));  // the line before is a dead letter
    agent("a2");
    EXPECT_EQ(news().back(), "late: text of a2");
}

TEST_F(ChatCustomerTest, who_cancels_before_anything_was_sent_leaves_no_trace_at_genesys) {
    say("human");
    say("Cancel");
    EXPECT_EQ(state(), HandoverState::Cancelled);
    EXPECT_THAT(sent(), IsEmpty());
}

TEST_F(ChatCustomerTest, who_cancels_while_the_first_message_is_in_flight_is_reported_to_the_agent) {
    say("human");
    number = chat.line_due(now.monotonic)->number;
    chat.line_started();
    say("Cancel");
    chat.line_sent(number, ConversationId("c"), turn);
    EXPECT_THAT(sent(), ElementsAre("User left the conversation"));
    EXPECT_EQ(state(), HandoverState::Cancelled);
}

TEST_F(ChatCustomerTest, cancels_even_when_too_many_lines_wait) {
    begin_handover();
    for (std::size_t i = 0; i < outbox_lines_max; ++i) say("line");
    EXPECT_EQ(chat.customer_said({"user", "one more", MessageId("m"), {}}, turn).error().code, "outbox.full");
    say("Cancel");
    EXPECT_EQ(state(), HandoverState::Cancelled);
}

TEST_F(ChatCustomerTest, has_nothing_to_cancel_when_everybody_has_left) {
    begin_handover();
    agent("a1");
    chat.reading_started();
    chat.conversation_read(1, everybody_left({GenesysMessageId("a1"), GenesysMessageId("a2")}), turn);
    say("Cancel");
    EXPECT_EQ(state(), HandoverState::Wrapping);
    EXPECT_THAT(sent(), IsEmpty());  // a line would open the conversation again
}

TEST_F(ChatCustomerTest, speaks_to_the_bot_when_no_handover_is_open) {
    settings.bot.rules.insert(settings.bot.rules.begin(), {"cancel", Say{"Nothing to cancel."}});
    learn();
    say("Cancel");
    EXPECT_THAT(news(), ElementsAre("customer: Cancel", "bot: Nothing to cancel."));
}

TEST_F(ChatCustomerTest, reads_the_accepted_message_again_for_each_line_in_the_queue) {
    settings.bot.rules[0].contains = "repeat";
    terms().repeats_text = true;
    learn();
    say("repeat");
    send();
    say("hello?");
    send();
    agent("a1");
    news();
    say("hello agent");
    EXPECT_THAT(news(), ElementsAre("customer: hello agent"));
    EXPECT_EQ(
        std::ranges::count_if(chat.log().entries(),
                              [](const LogEntry& entry) { return word(entry.line) == "bot: One moment."; }),
        2);
}

TEST_F(ChatCustomerTest, is_asked_and_then_taken_back_when_silent) {
    terms().inactivity = {60s, {Say{"Still there?", Destination::UserOnly}, CloseHandover{}}};
    learn();
    begin_handover();
    news();
    pass(59s);
    EXPECT_THAT(news(), IsEmpty());
    pass(1s);
    EXPECT_THAT(news(), ElementsAre("bot: Still there?"));
    say("yes");
    pass(60s);
    EXPECT_THAT(news(), ElementsAre("customer: yes", "bot: Still there?"));
    pass(60s);
    EXPECT_THAT(news(), ElementsAre("status: cancelled", "bot: Cancelled."));
    EXPECT_EQ(chat.next_deadline(), std::nullopt);
}

TEST_F(ChatCustomerTest, is_left_alone_after_the_last_strike_until_she_writes) {
    terms().inactivity = {60s, {Say{"Still there?"}}};
    learn();
    begin_handover();
    pass(60s);
    EXPECT_EQ(chat.next_deadline(), std::nullopt);
    EXPECT_THAT(sent(), ElementsAre("Bot: Still there?"));
    say("yes");
    EXPECT_EQ(chat.next_deadline(), now.monotonic + 60s);
}

TEST_F(ChatCustomerTest, leaves_and_returns_once_each_in_the_eyes_of_the_agent) {
    chat.customer_presence(Presence::Disconnected, turn);
    chat.customer_presence(Presence::Connected, turn);
    begin_handover();
    EXPECT_THAT(sent(), IsEmpty());
    chat.customer_presence(Presence::Disconnected, turn);
    chat.customer_presence(Presence::Disconnected, turn);
    chat.customer_presence(Presence::Connected, turn);
    EXPECT_THAT(sent(), ElementsAre("User left the conversation", "User joined the conversation"));
}

TEST_F(ChatCustomerTest, comes_and_goes_unseen_when_the_node_says_so) {
    terms().sends_presence = false;
    learn();
    begin_handover();
    chat.customer_presence(Presence::Disconnected, turn);
    say("Cancel");
    EXPECT_THAT(sent(), IsEmpty());
}

}  // namespace
}  // namespace bridge::testing
