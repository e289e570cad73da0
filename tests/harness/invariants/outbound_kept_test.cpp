#include <gtest/gtest.h>

#include "tests/harness/invariants/facts_testing.h"

namespace invariants {
namespace {

Showing handed_over() {
    Showing showing(outbound_kept());
    showing.see(written("carla", "m1", "human"))
        .see(ConversationStarted{"c1", "carla@"})
        .see(status("queue"));
    showing.see(said("g1"));
    return showing;
}

TEST(OutboundKept, holds_when_the_line_is_shown_or_was_never_acknowledged) {
    EXPECT_EQ(handed_over().see(delivered("g1")).see(shown("g1")).missing(), "");
    EXPECT_EQ(handed_over().see(WebhookConcluded{"g1", 6, 503, "failed"}).missing(), "");
}

TEST(OutboundKept, fails_when_an_acknowledged_line_is_never_shown) {
    Showing showing = handed_over();
    EXPECT_EQ(showing.see(delivered("g1")).missing(), "line g1 of an agent was acknowledged and never shown");
    EXPECT_EQ(showing.story().size(), 2U);
}

}  // namespace
}  // namespace invariants
