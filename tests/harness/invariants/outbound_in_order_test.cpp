#include <gtest/gtest.h>

#include "tests/harness/invariants/facts_testing.h"

namespace invariants {
namespace {

Showing two_lines(const Rules& rules = {}) {
    Showing showing(outbound_in_order(rules));
    showing.see(said("g1")).see(said("g2"));
    return showing;
}

TEST(OutboundInOrder, holds_for_lines_shown_as_they_were_written) {
    EXPECT_EQ(two_lines().see(shown("g1")).see(shown("g2")).broken(), "");
    EXPECT_EQ(two_lines().see(shown("g2")).broken(), "");
}

TEST(OutboundInOrder, fails_for_lines_that_overtake) {
    Showing showing = two_lines();
    EXPECT_EQ(showing.see(shown("g2")).see(shown("g1")).broken(),
              "message g1 was shown after g2, which was written later");
    EXPECT_EQ(showing.story().size(), 4U);
}

TEST(OutboundInOrder, is_not_judged_where_webhooks_are_concurrent_or_shuffled_on_purpose) {
    EXPECT_EQ(two_lines({.webhooks_are_ordered = false}).see(shown("g2")).see(shown("g1")).broken(), "");
    const FaultArmed shuffled{FaultArmed::On::Webhooks, 1, 0, false};
    EXPECT_EQ(two_lines().see(shuffled).see(shown("g2")).see(shown("g1")).broken(), "");
}

}  // namespace
}  // namespace invariants
