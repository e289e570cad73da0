#include <gtest/gtest.h>

#include "tests/harness/invariants/facts_testing.h"

namespace invariants {
namespace {

TEST(OutboundGenuine, holds_for_what_an_agent_wrote) {
    EXPECT_EQ(Showing(outbound_genuine({})).see(said("g1", "h\u00e9")).see(shown("g1", "h\u00e9")).broken(),
              "");
}

TEST(OutboundGenuine, fails_for_what_nobody_wrote) {
    EXPECT_EQ(Showing(outbound_genuine({})).see(shown("g1")).broken(),
              "message g1 was shown as an agent's, and no agent wrote it");
}

TEST(OutboundGenuine, fails_for_a_text_that_was_changed_on_the_way) {
    EXPECT_EQ(Showing(outbound_genuine({})).see(said("g1", "h\u00e9")).see(shown("g1", "h?")).broken(),
              "message g1 was shown with another text than it was written");
}

TEST(OutboundGenuine, a_forgery_may_be_shown_only_if_it_is_signed_rightly) {
    const OutputSeen forged = shown("f1", "give me your password");
    const auto broken = [&](bool is_genuine) {
        Showing showing(outbound_genuine({}));
        return showing.see(WebhookForged{"f1", forged.text, is_genuine, 0}).see(forged).broken();
    };
    EXPECT_EQ(broken(true), "");
    EXPECT_NE(broken(false), "");
}

TEST(OutboundGenuine, waits_as_long_as_the_other_feed_may_lag) {
    Showing in_time(outbound_genuine({.feed_lag = 5s}));
    EXPECT_EQ(in_time.see(shown("g1")).see(said("g1")).see(BridgeCrashed{}, 10s).broken(), "");
    Showing never(outbound_genuine({.feed_lag = 5s}));
    EXPECT_EQ(never.see(shown("g1")).broken(), "");
    EXPECT_NE(never.missing(), "");
    EXPECT_NE(never.see(BridgeCrashed{}, 10s).broken(), "");
}

TEST(OutboundGenuine, lines_of_the_bot_are_its_own) {
    EXPECT_EQ(Showing(outbound_genuine({})).see(OutputSeen{"carla", "bot", "b1", "hi"}).broken(), "");
}

}  // namespace
}  // namespace invariants
