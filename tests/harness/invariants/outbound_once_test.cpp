#include <gtest/gtest.h>

#include "tests/harness/invariants/facts_testing.h"

namespace invariants {
namespace {

TEST(OutboundOnce, holds_for_different_messages_of_the_same_text) {
    EXPECT_EQ(Showing(outbound_once()).see(shown("g1")).see(shown("g2")).broken(), "");
}

TEST(OutboundOnce, fails_when_a_message_is_shown_again) {
    Showing showing(outbound_once());
    EXPECT_EQ(showing.see(shown("g1")).see(shown("g1")).broken(), "message g1 was shown twice");
    EXPECT_EQ(showing.story().size(), 2U);
}

}  // namespace
}  // namespace invariants
