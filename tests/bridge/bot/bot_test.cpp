#include "bridge/bot/bot.h"

#include <gtest/gtest.h>

namespace bridge {
namespace {

BotScript script() {
    return {.greeting = "Hello",
            .rules = {{"human", HandoverNode{.text = "One moment"}},
                      {"hours", Say{"9 to 5"}},
                      {"", Say{"Pardon?"}}},
            .on_completed = "back",
            .on_cancelled = "cancelled",
            .on_error = "nobody"};
}

std::string said(const Bot& bot, std::string_view text) { return std::get<Say>(bot.answer(text)).text; }

TEST(Bot, answers_with_the_first_rule_that_matches) {
    const Bot bot(script());
    EXPECT_EQ(said(bot, "what are your hours?"), "9 to 5");
    EXPECT_EQ(std::get<HandoverNode>(bot.answer("opening hours of a human")).text, "One moment");
    EXPECT_EQ(said(bot, "weather"), "Pardon?");
    EXPECT_EQ(said(bot, ""), "Pardon?");
}

TEST(Bot, matches_without_regard_to_case) { EXPECT_EQ(said(Bot(script()), "HoUrS"), "9 to 5"); }

TEST(Bot, is_silent_without_a_matching_rule) {
    const Bot bot({.rules = {{"hours", Say{"9 to 5"}}}});
    EXPECT_TRUE(std::holds_alternative<Bot::Silence>(bot.answer("weather")));
}

TEST(Bot, reacts_to_the_end_of_a_handover_only) {
    const Bot bot(script());
    EXPECT_EQ(bot.reaction(HandoverStatus::Queue), "");
    EXPECT_EQ(bot.reaction(HandoverStatus::Active), "");
    EXPECT_EQ(bot.reaction(HandoverStatus::Completed), "back");
    EXPECT_EQ(bot.reaction(HandoverStatus::Cancelled), "cancelled");
    EXPECT_EQ(bot.reaction(HandoverStatus::Error), "nobody");
}

}  // namespace
}  // namespace bridge
