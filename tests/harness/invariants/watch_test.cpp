#include "harness/invariants/watch.h"

#include <gtest/gtest.h>

#include "tests/harness/invariants/facts_testing.h"

namespace invariants {
namespace {

TEST(Watch, tells_the_promise_the_sentence_and_the_facts_that_show_it) {
    Watch watch(Rules{});
    watch.see(1s, status("queue"));
    watch.see(2s, BridgeCrashed{});
    watch.see(3s, status("completed"));
    EXPECT_FALSE(watch.broken());
    watch.see(4s, status("completed"));
    ASSERT_TRUE(watch.broken());
    EXPECT_EQ(watch.broken()->promise, "status-path");
    EXPECT_EQ(watch.broken()->what, "status completed of handover 1 cannot follow");
    EXPECT_EQ(watch.broken()->story,
              (std::vector<std::string>{"#3 t=3.000s customer(carla) sees status completed, generation 1",
                                        "#4 t=4.000s customer(carla) sees status completed, generation 1"}));
}

TEST(Watch, stops_at_the_first_broken_promise) {
    Watch watch(Rules{});
    watch.see(1s, shown("g1"));
    const std::string first = watch.broken()->what;
    watch.see(2s, shown("g2"));
    EXPECT_EQ(watch.broken()->what, first);
    EXPECT_EQ(watch.facts(), 1U);
}

TEST(Watch, tells_what_is_missing_only_when_asked) {
    Watch watch(Rules{});
    watch.see(1s, status("queue"));
    watch.see(2s, written("carla", "m1", "hello"));
    watch.see(3s, acknowledged("m1"));
    EXPECT_FALSE(watch.broken());
    ASSERT_TRUE(watch.missing());
    EXPECT_EQ(watch.missing()->promise, "inbound-kept");
    watch.see(4s, taken("p1", "hello"));
    EXPECT_FALSE(watch.missing());
}

}  // namespace
}  // namespace invariants
