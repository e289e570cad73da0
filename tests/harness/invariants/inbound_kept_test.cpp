#include <gtest/gtest.h>

#include "tests/harness/invariants/facts_testing.h"

namespace invariants {
namespace {

Showing in_queue() {
    Showing showing(inbound_kept());
    showing.see(written("carla", "m1", "human")).see(acknowledged("m1")).see(status("queue"));
    showing.see(written("carla", "m2", "hello")).see(acknowledged("m2"));
    return showing;
}
constexpr const char* lost = "line m2 of carla@ was acknowledged and never reached Genesys Cloud";

TEST(InboundKept, holds_when_the_line_came) { EXPECT_EQ(in_queue().see(taken("p1", "hello")).missing(), ""); }

TEST(InboundKept, fails_when_it_never_came) {
    EXPECT_EQ(in_queue().missing(), lost);
    EXPECT_EQ(in_queue().story().size(), 2U);
}

TEST(InboundKept, owes_nothing_that_was_said_to_the_bot_or_not_acknowledged) {
    Showing showing(inbound_kept());
    showing.see(written("carla", "m1", "hours?")).see(acknowledged("m1")).see(status("queue"));
    EXPECT_EQ(showing.see(written("carla", "m2", "hello")).missing(), "");
}

TEST(InboundKept, owes_nothing_when_the_end_crossed_the_line_but_does_long_before_it) {
    EXPECT_EQ(in_queue().see(status("completed"), 2s).missing(), "");
    EXPECT_EQ(in_queue().see(status("completed"), 20s).missing(), lost);
    EXPECT_EQ(in_queue().see(status("error"), 20s).missing(), "");
}

TEST(InboundKept, owes_nothing_when_the_bridge_has_reason_to_give_up) {
    EXPECT_EQ(in_queue().see(FaultArmed{FaultArmed::On::Requests, 1, 400}).missing(), "");
    EXPECT_EQ(in_queue().see(FaultArmed{FaultArmed::On::Requests, 10, 500}).missing(), "");
    EXPECT_EQ(in_queue().see(FaultArmed{FaultArmed::On::Requests, 2, 500}).missing(), lost);
    EXPECT_EQ(in_queue().see(FaultArmed{FaultArmed::On::Webhooks, 20, 500}).missing(), lost);
}

TEST(InboundKept, owes_nothing_when_the_token_was_taken_away_twice) {
    EXPECT_EQ(in_queue().see(TokensExpired{}).missing(), lost);
    EXPECT_EQ(in_queue().see(TokensExpired{}).see(TokensExpired{}).missing(), "");
}

TEST(InboundKept, a_line_that_came_with_the_story_has_come) {
    EXPECT_EQ(in_queue().see(taken("p1", "Customer: human\nCustomer: hello")).missing(), "");
}

}  // namespace
}  // namespace invariants
