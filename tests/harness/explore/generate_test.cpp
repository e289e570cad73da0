#include "harness/explore/generate.h"

#include <gtest/gtest.h>

#include <set>

#include "tests/harness/explore/setting_testing.h"

namespace explore {
namespace {

std::vector<scenario::Step> story(std::uint64_t seed) { return generate(draw_parameters(seed), seed); }

TEST(Generate, tells_the_same_story_for_the_same_seed_and_others_for_others) {
    std::set<std::string> stories;
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        EXPECT_EQ(story(seed), story(seed));
        stories.insert(text_of(story(seed)));
    }
    EXPECT_EQ(stories.size(), 20U);
}

TEST(Generate, every_story_is_a_scenario_that_can_be_written_and_read_again) {
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        scenario::Scenario scenario;
        scenario.title = "t";
        scenario.why = "w";
        scenario.steps = story(seed);
        const auto again = scenario::parse(scenario::print(scenario));
        ASSERT_TRUE(again) << seed << ": " << again.error().front().what;
        EXPECT_EQ(again->steps, scenario.steps) << seed;
    }
}

TEST(Generate, uses_only_kinds_that_were_drawn_and_ends_with_healing) {
    Parameters parameters;
    parameters.steps = 50;
    parameters.weights = {{Kind::Say, 1}, {Kind::Wait, 1}};
    const auto steps = generate(parameters, 5);
    std::set<std::string> keys;
    for (const scenario::Step& step : steps) keys.insert(key_of(step));
    EXPECT_EQ(keys, (std::set<std::string>{"after", "agent.on-queue", "customer", "heal"}));
    EXPECT_TRUE(std::holds_alternative<scenario::Heal>(steps.back().action));
}

TEST(Generate, no_two_lines_of_a_story_are_equal) {
    for (std::uint64_t seed = 0; seed < 30; ++seed) {
        std::set<std::string> texts;
        for (const scenario::Step& step : story(seed)) {
            const auto* const says = std::get_if<scenario::CustomerSays>(&step.action);
            const auto* const said = std::get_if<scenario::AgentSays>(&step.action);
            const std::string text = says != nullptr ? says->text : said != nullptr ? said->text : "";
            EXPECT_TRUE(text.empty() || texts.insert(text).second) << text;
        }
    }
}

}  // namespace
}  // namespace explore
