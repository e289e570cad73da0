#include <gtest/gtest.h>

#include "tests/harness/invariants/facts_testing.h"

namespace invariants {
namespace {

Showing live(const Rules& rules = {}) {
    Showing showing(completed_after_end(rules));
    showing.see(written("carla", "m1", "human"))
        .see(ConversationStarted{"c1", "carla@"})
        .see(taken("p1", "human"));
    return showing;
}
const ConversationEnded ended{"c1", "carla@"};

TEST(CompletedAfterEnd, holds_when_everybody_has_left) {
    EXPECT_EQ(live().see(ended).see(status("completed")).broken(), "");
}

TEST(CompletedAfterEnd, fails_while_the_conversation_is_live) {
    Showing showing = live();
    EXPECT_EQ(showing.see(status("completed")).broken(),
              "the handover of carla was completed while its conversation was live");
    EXPECT_EQ(showing.story().size(), 2U);
}

TEST(CompletedAfterEnd, a_line_brings_the_conversation_back_to_life) {
    EXPECT_NE(live().see(ended).see(taken("p2", "wait")).see(status("completed")).broken(), "");
}

TEST(CompletedAfterEnd, other_ends_need_no_reason) {
    EXPECT_EQ(live().see(status("cancelled")).see(status("error", 2)).broken(), "");
}

TEST(CompletedAfterEnd, waits_as_long_as_the_other_feed_may_lag) {
    EXPECT_EQ(live({.feed_lag = 5s}).see(status("completed")).see(ended).see(BridgeCrashed{}, 9s).broken(),
              "");
    EXPECT_NE(live({.feed_lag = 5s}).see(status("completed")).see(BridgeCrashed{}, 9s).broken(), "");
}

TEST(CompletedAfterEnd, is_not_judged_when_the_platform_denies_the_conversation) {
    const FaultArmed denial{FaultArmed::On::Requests, 3, 404};
    EXPECT_EQ(live().see(denial).see(status("completed")).broken(), "");
}

}  // namespace
}  // namespace invariants
