#include "bridge/service/chat.h"

#include <gtest/gtest.h>

#include "tests/bridge/service/stage_testing.h"

namespace bridge {
namespace {

using namespace std::chrono_literals;

class ChatTest : public ::testing::Test {
  protected:
    void say(const std::string& text, const std::string& id = {}) {
        ASSERT_TRUE(chat.customer_said({"user", text, MessageId(id), {"Anna", ""}}, turn));
    }
    void begin_handover() {
        say("human");
        send();
    }
    void send() {
        number = chat.line_due(now.monotonic)->number;
        chat.line_started();
        chat.line_sent(number, ConversationId("c"), turn);
    }
    void agent(const std::string& id) {
        chat.genesys_said(
            {GenesysMessageId(id), ConversationId("c"), "anna", Originator::Human, "text of " + id}, turn);
    }
    static ConversationReading everybody_left(std::vector<GenesysMessageId> lines = {}) {
        return {{{"customer", "disconnected", {}}, {"agent", "disconnected", std::move(lines)}}};
    }
    HandoverState state() const { return chat.handover().facts().state; }

    Settings settings = testing::stub_settings();
    Bot bot{settings.bot};
    base::Random random{1};
    base::Now now{base::TimePoint{} + 10s, {}};
    Turn turn{now, random};
    Chat chat{SessionId("anna"), settings, bot};
    std::uint64_t number = 0;
};

TEST_F(ChatTest, asks_the_bot_until_a_handover_is_open) {
    say("hours");
    EXPECT_FALSE(chat.is_busy());
    say("human");
    EXPECT_TRUE(chat.is_busy());
    EXPECT_EQ(state(), HandoverState::Starting);
    say("hours");
    EXPECT_TRUE(
        std::holds_alternative<CustomerLine>(chat.log().entries().back().line));  // no answer behind it
}

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

TEST_F(ChatTest, ends_as_soon_as_the_last_missing_line_is_there) {
    begin_handover();
    agent("a1");
    chat.reading_started();
    chat.conversation_read(1, everybody_left({GenesysMessageId("a1"), GenesysMessageId("a2")}), turn);
    EXPECT_EQ(state(), HandoverState::Wrapping);
    EXPECT_EQ(chat.next_deadline(), now.monotonic + missing_lines_awaited);
    agent("a2");
    EXPECT_EQ(state(), HandoverState::Completed);
    EXPECT_FALSE(chat.is_busy());
    EXPECT_EQ(chat.next_call(), std::nullopt);
}

TEST_F(ChatTest, says_nothing_of_the_bot_when_the_node_wants_no_resolve_event) {
    std::get<HandoverNode>(settings.bot.rules[0].action).send_resolve_event = false;
    bot = Bot(settings.bot);
    begin_handover();
    chat.reading_started();
    chat.conversation_read(1, everybody_left(), turn);
    EXPECT_TRUE(std::holds_alternative<StatusChange>(chat.log().entries().back().line));
}

TEST_F(ChatTest, buries_what_waits_when_the_handover_fails) {
    say("human");
    say("second");
    chat.line_hindered(SendFailure::Permanent, "refused", turn);
    EXPECT_EQ(state(), HandoverState::Failed);
    EXPECT_FALSE(chat.is_busy());
    std::vector<std::string> dead;
    for (const host::Effect& effect : turn.finish())
        if (const auto* persist = std::get_if<host::Persist>(&effect))
            for (const host::Record& record : persist->records)
                if (record.key.contains("/dead/")) dead.push_back(record.value.value_or(""));
    EXPECT_EQ(dead.size(), 2U);
}

}  // namespace
}  // namespace bridge
