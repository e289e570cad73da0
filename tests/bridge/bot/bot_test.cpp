#include "bridge/bot/bot.h"

#include <gtest/gtest.h>

namespace bridge {
namespace {

BotScript script() {
    return {.greeting = "Hello",
            .rules = {{"human", HandoverNode{.terms = {.text = "One moment"}}},
                      {"hours", Say{"9 to 5"}},
                      {"", Say{"Pardon?"}}},
            .on_queue = Say{"queued"},
            .on_active = Say{"agent is here", Destination::AgentOnly},
            .on_completed = Say{"back"},
            .on_cancelled = Say{"cancelled"},
            .on_error = Say{"nobody"}};
}

std::string said(const Bot& bot, std::string_view text) { return std::get<Say>(bot.answer(text)).text; }

TEST(Bot, answers_with_the_first_rule_that_matches) {
    const Bot bot(script());
    EXPECT_EQ(said(bot, "what are your hours?"), "9 to 5");
    EXPECT_EQ(std::get<HandoverNode>(bot.answer("opening hours of a human")).terms.text, "One moment");
    EXPECT_EQ(said(bot, "weather"), "Pardon?");
    EXPECT_EQ(said(bot, ""), "Pardon?");
}

TEST(Bot, matches_without_regard_to_case) { EXPECT_EQ(said(Bot(script()), "HoUrS"), "9 to 5"); }

TEST(Bot, is_silent_without_a_matching_rule) {
    const Bot bot({.rules = {{"hours", Say{"9 to 5"}}}});
    EXPECT_TRUE(std::holds_alternative<Bot::Silence>(bot.answer("weather")));
}

TEST(Bot, reacts_to_each_status_of_a_handover) {
    const Bot bot(script());
    EXPECT_EQ(bot.reaction(HandoverStatus::Queue), Say{"queued"});
    EXPECT_EQ(bot.reaction(HandoverStatus::Active), (Say{"agent is here", Destination::AgentOnly}));
    EXPECT_EQ(bot.reaction(HandoverStatus::Completed), Say{"back"});
    EXPECT_EQ(bot.reaction(HandoverStatus::Cancelled), Say{"cancelled"});
    EXPECT_EQ(bot.reaction(HandoverStatus::Error), Say{"nobody"});
}

TEST(Bot, knows_an_intent_by_any_of_its_words) {
    BotScript with_intents = script();
    with_intents.intents["cancel"] = {"stop", "never mind"};
    const Bot bot(with_intents);
    EXPECT_TRUE(bot.has_intent("cancel", "Oh, NEVER MIND."));
    EXPECT_TRUE(bot.has_intent("cancel", "stop"));
    EXPECT_FALSE(bot.has_intent("cancel", "go on"));
    EXPECT_FALSE(bot.has_intent("unknown", "stop"));
}

}  // namespace
}  // namespace bridge
