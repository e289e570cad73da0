#include "harness/explore/play.h"

#include <gtest/gtest.h>

#include "tests/harness/explore/setting_testing.h"

namespace explore {
namespace {

const std::string handover =
    "  - agent(ann).on-queue\n  - customer: I want a human\n  - agent(ann).accepts: { within: 2s }\n"
    "  - agent(ann): Hello\n  - agent(ann).disconnects\n  - heal: 5m\n";

TEST(Play, a_handover_keeps_every_promise) {
    const Played played = play(steps_of(handover), 1, first_handover());
    EXPECT_FALSE(played.finding) << played.finding->what;
    EXPECT_EQ(played.was_possible, std::vector<bool>(6, true));
    EXPECT_GT(played.facts, 20U);
    EXPECT_TRUE(played.situations.contains("handover.state from=starting to=queued"));
    EXPECT_TRUE(played.situations.contains("webhook.accepted"));
}

TEST(Play, goes_the_same_way_twice_and_another_way_with_another_seed) {
    const auto hash = [](std::uint64_t seed) {
        return play(steps_of(handover), seed, first_handover()).trace_hash;
    };
    EXPECT_EQ(hash(1), hash(1));
    EXPECT_NE(hash(1), hash(2));
}

TEST(Play, passes_over_what_cannot_be_done_and_leaves_it_out_of_what_was_performed) {
    const auto steps =
        steps_of("  - agent(ann): Hello\n  - bridge.restarts\n  - customer: Hi\n  - heal: 1m\n");
    const Played played = play(steps, 1, first_handover());
    EXPECT_FALSE(played.finding);
    EXPECT_EQ(played.was_possible, (std::vector<bool>{false, false, true, true}));
    EXPECT_EQ(text_of(performed(steps, played)), "customer: \"Hi\"\nheal: 60s\n");
}

TEST(Play, tells_the_promise_that_was_broken_and_the_step) {
    Setting setting = first_handover();
    setting.surroundings.rules.bot_answers = {"One moment, I connect you to a colleague."};
    setting.surroundings.rules.webhook_secret = "another secret than that of the organisation";
    const Played played = play(steps_of(handover), 1, setting);
    ASSERT_TRUE(played.finding);
    EXPECT_EQ(played.finding->promise, "signature");
    EXPECT_EQ(played.finding->step, 2U);
    EXPECT_EQ(played.finding->story.size(), 1U);
}

}  // namespace
}  // namespace explore
