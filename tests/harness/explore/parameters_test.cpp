#include "harness/explore/parameters.h"

#include <gtest/gtest.h>

namespace explore {
namespace {

constexpr std::uint64_t seeds = 200;

TEST(ExploreParameters, are_the_same_for_the_same_seed) {
    for (std::uint64_t seed = 0; seed < seeds; ++seed)
        EXPECT_EQ(draw_parameters(seed), draw_parameters(seed));
}

TEST(ExploreParameters, leave_some_kinds_out_of_each_run_and_none_out_of_all) {
    std::map<Kind, std::uint64_t> runs;
    for (std::uint64_t seed = 0; seed < seeds; ++seed) {
        const Parameters drawn = draw_parameters(seed);
        EXPECT_GE(drawn.steps, steps_at_least);
        EXPECT_LE(drawn.steps, steps_at_most);
        EXPECT_LE(drawn.customers, customers_at_most);
        for (const auto& [kind, weight] : drawn.weights) ++runs[kind];
    }
    EXPECT_EQ(runs.size(), all_kinds.size());
    EXPECT_LT(runs[Kind::WebhookFault], seeds);
    EXPECT_EQ(runs[Kind::Say], seeds);
}

TEST(ExploreParameters, a_bridge_that_crashes_may_be_started_again) {
    for (std::uint64_t seed = 0; seed < seeds; ++seed) {
        const Parameters drawn = draw_parameters(seed);
        EXPECT_TRUE(!drawn.weights.contains(Kind::Crash) || drawn.weights.contains(Kind::Restart));
    }
}

TEST(ExploreParameters, are_told_to_people) {
    Parameters drawn;
    drawn.steps = 9;
    drawn.weights[Kind::Say] = 3;
    EXPECT_EQ(describe(drawn), "steps 9, customers 1, say 3");
}

}  // namespace
}  // namespace explore
