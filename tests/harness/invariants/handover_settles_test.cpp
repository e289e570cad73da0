#include <gtest/gtest.h>

#include "tests/harness/invariants/facts_testing.h"

namespace invariants {
namespace {

Showing open_handover() {
    Showing showing(handover_settles());
    showing.see(written("carla", "m1", "human"))
        .see(ConversationStarted{"c1", "carla@"})
        .see(taken("p1", "human"));
    showing.see(status("queue"));
    return showing;
}
const ConversationEnded ended{"c1", "carla@"};

TEST(HandoverSettles, holds_when_the_end_is_told_or_somebody_is_still_there) {
    EXPECT_EQ(open_handover().missing(), "");
    EXPECT_EQ(open_handover().see(ended).see(status("completed")).missing(), "");
    EXPECT_EQ(open_handover().see(ended).see(taken("p2", "wait")).missing(), "");
}

TEST(HandoverSettles, fails_when_the_end_is_never_told) {
    Showing showing = open_handover();
    EXPECT_EQ(showing.see(ended).missing(), "the handover of carla never ended, though everybody has left");
    EXPECT_EQ(showing.story().size(), 2U);
}

}  // namespace
}  // namespace invariants
