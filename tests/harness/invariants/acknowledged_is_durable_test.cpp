#include <gtest/gtest.h>

#include "tests/harness/invariants/facts_testing.h"

namespace invariants {
namespace {

Showing acknowledged_line() {
    Showing showing(acknowledged_is_durable());
    showing.see(written("carla", "m1", "human"))
        .see(ConversationStarted{"c1", "carla@"})
        .see(status("queue"));
    showing.see(said("g1")).see(delivered("g1"));
    return showing;
}

TEST(AcknowledgedIsDurable, holds_when_the_line_is_shown_after_the_crash) {
    EXPECT_EQ(acknowledged_line().see(BridgeCrashed{}).see(BridgeRestarted{}).see(shown("g1")).missing(), "");
}

TEST(AcknowledgedIsDurable, fails_when_the_crash_lost_it) {
    Showing showing = acknowledged_line();
    EXPECT_EQ(showing.see(BridgeCrashed{}).see(BridgeRestarted{}).missing(),
              "line g1 of an agent was acknowledged, and a crash lost it");
    EXPECT_EQ(showing.story().size(), 3U);
}

TEST(AcknowledgedIsDurable, says_nothing_without_a_crash) { EXPECT_EQ(acknowledged_line().missing(), ""); }

}  // namespace
}  // namespace invariants
