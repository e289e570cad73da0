#include "bridge/service/chat.h"

#include <gmock/gmock.h>

#include "tests/bridge/service/chat_testing.h"

namespace bridge::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

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
    EXPECT_EQ(chat.next_line(), std::nullopt);
    EXPECT_EQ(chat.next_reading(), std::nullopt);
}

TEST_F(ChatTest, says_nothing_of_the_bot_when_the_node_wants_no_resolve_event) {
    terms().sends_resolve_event = false;
    learn();
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

TEST_F(ChatTest, tells_the_bot_of_queue_and_agent_only_if_the_node_says_so) {
    settings.bot.on_queue = Say{"You are in the queue.", Destination::UserOnly};
    settings.bot.on_active = Say{"A colleague is here."};
    learn();
    begin_handover();
    agent("a1");
    EXPECT_THAT(news(), ElementsAre("customer: human", "bot: One moment.", "status: queue", "status: active",
                                    "agent: text of a1"));
    terms().sends_queue_event = terms().sends_active_event = true;
    learn();
    chat.reading_started();
    chat.conversation_read(1, everybody_left({GenesysMessageId("a1")}), turn);
    news();
    begin_handover();
    agent("a2");
    EXPECT_THAT(news(), ElementsAre("customer: human", "bot: One moment.", "status: queue",
                                    "bot: You are in the queue.", "status: active",
                                    "bot: A colleague is here.", "agent: text of a2"));
    EXPECT_THAT(sent(), ElementsAre("Bot: A colleague is here."));
}

TEST_F(ChatTest, keeps_the_terms_that_its_handover_began_with) {
    terms().quick_reply = "Cancel";
    learn();
    begin_handover();
    const StoredChat stored{.handover = {chat.handover().facts(), std::nullopt, terms()}};
    settings.bot = {};
    learn();
    Chat restored(SessionId("anna"), settings, bot, stored, now);
    ASSERT_TRUE(restored.customer_said({"user", "Cancel", MessageId("m"), {}}, turn));
    EXPECT_EQ(restored.handover().facts().state, HandoverState::Cancelled);
}

TEST_F(ChatTest, wakes_for_the_inactivity_of_the_customer_only_in_the_queue_and_with_the_agent) {
    terms().inactivity = {60s, {CloseHandover{}}};
    learn();
    say("human");
    EXPECT_EQ(chat.next_deadline(), std::nullopt);
    send();
    EXPECT_EQ(chat.next_deadline(), now.monotonic + 60s);
    agent("a1");
    EXPECT_EQ(chat.next_deadline(), now.monotonic + 60s);
    say("hello");
    sent();
    chat.reading_started();
    chat.conversation_read(1, everybody_left({GenesysMessageId("a2")}), turn);
    EXPECT_EQ(chat.next_deadline(), now.monotonic + missing_lines_awaited);
}

}  // namespace
}  // namespace bridge::testing
