#include <gtest/gtest.h>

#include "tests/harness/invariants/facts_testing.h"

namespace invariants {
namespace {

Showing watched(const Rules& rules = {}) {
    Showing showing(inbound_once(rules));
    showing.see(written("carla", "m1", "one"))
        .see(written("carla", "m2", "one"))
        .see(written("carla", "m3", "three"));
    return showing;
}

TEST(InboundOnce, holds_when_every_line_comes_as_often_as_it_was_written) {
    EXPECT_EQ(watched().see(taken("p1", "one")).see(taken("p2", "one")).see(taken("p3", "three")).broken(),
              "");
}

TEST(InboundOnce, fails_when_a_line_comes_once_more_under_another_id) {
    Showing showing = watched();
    showing.see(taken("p1", "three")).see(taken("p2", "three"));
    EXPECT_EQ(showing.broken(), "line m3 of carla@ reached Genesys Cloud more than once");
    EXPECT_EQ(showing.story().size(), 3U);
}

TEST(InboundOnce, is_not_judged_where_the_platform_is_set_up_to_append_repetitions) {
    EXPECT_EQ(
        watched({.repeats_are_ignored = false}).see(taken("p1", "three")).see(taken("p2", "three")).broken(),
        "");
}

}  // namespace
}  // namespace invariants
