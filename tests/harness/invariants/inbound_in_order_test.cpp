#include <gtest/gtest.h>

#include "tests/harness/invariants/facts_testing.h"

namespace invariants {
namespace {

Showing watched() {
    Showing showing(inbound_in_order());
    showing.see(written("carla", "m1", "one")).see(written("carla", "m2", "two"));
    return showing;
}

TEST(InboundInOrder, holds_for_lines_that_come_as_they_were_written) {
    EXPECT_EQ(watched().see(taken("p1", "one")).see(taken("p2", "two")).broken(), "");
}

TEST(InboundInOrder, fails_when_a_later_line_comes_first) {
    Showing showing = watched();
    showing.see(taken("p2", "two")).see(taken("p1", "one"));
    EXPECT_EQ(showing.broken(), "line m1 of carla@ reached Genesys Cloud after a later one, m2");
    EXPECT_EQ(showing.story().size(), 4U);
}

}  // namespace
}  // namespace invariants
