// The part of a session that faces Genesys.
#include "bridge/service/chat.h"

#include <gmock/gmock.h>

#include "tests/bridge/service/chat_testing.h"

namespace bridge::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST_F(ChatTest, ignores_results_of_lines_that_are_not_in_flight) {
    begin_handover();
    chat.line_sent(number, ConversationId("other"), turn);
    chat.line_failed(number, SendFailure::Permanent, "late", turn);
    EXPECT_EQ(state(), HandoverState::Queued);
    EXPECT_EQ(chat.handover().facts().conversation, ConversationId("c"));
}

TEST_F(ChatTest, ignores_readings_of_an_earlier_generation) {
    begin_handover();
    chat.conversation_read(0, everybody_left(), turn);
    EXPECT_EQ(state(), HandoverState::Queued);
    chat.conversation_read(1, everybody_left(), turn);
    EXPECT_EQ(state(), HandoverState::Queued);  // a line went out after the last reading began
    chat.reading_started();
    chat.conversation_read(1, everybody_left(), turn);
    EXPECT_EQ(state(), HandoverState::Completed);
}

TEST_F(ChatTest, follows_the_conversation_that_the_last_line_is_in) {
    begin_handover();
    say("next");
    number = chat.line_due(now.monotonic)->number;
    chat.line_started();
    chat.line_sent(number, ConversationId("c2"), turn);
    EXPECT_EQ(chat.handover().facts().conversation, ConversationId("c2"));
}

TEST_F(ChatTest, keeps_what_an_agent_writes_behind_the_end) {
    begin_handover();
    chat.reading_started();
    chat.conversation_read(1, everybody_left(), turn);
    news();
    agent("a1");
    EXPECT_THAT(news(), ElementsAre("late: text of a1"));
}

TEST_F(ChatTest, hears_of_the_farewell_of_an_earlier_handover_without_touching_the_new_one) {
    terms().quick_reply = "Cancel";
    learn();
    begin_handover();
    say("Cancel");
    say("human");
    EXPECT_EQ(chat.line_due(now.monotonic)->text, "User left the conversation");
    send();
    EXPECT_EQ(state(), HandoverState::Starting);
    EXPECT_TRUE(chat.handover().facts().conversation.empty());
    send();
    EXPECT_EQ(state(), HandoverState::Queued);
}

TEST_F(ChatTest, buries_the_farewell_with_the_first_message_that_never_arrived) {
    terms().quick_reply = "Cancel";
    learn();
    say("human");
    number = chat.line_due(now.monotonic)->number;
    chat.line_started();
    say("Cancel");
    EXPECT_EQ(state(), HandoverState::Cancelled);
    chat.line_failed(number, SendFailure::Permanent, "400", turn);
    EXPECT_FALSE(chat.is_busy());
    EXPECT_EQ(state(), HandoverState::Cancelled);
}

}  // namespace
}  // namespace bridge::testing
