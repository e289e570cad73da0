#include "bridge/core/rate_budget.h"

#include <gtest/gtest.h>

#include "foundation/base/random.h"

namespace bridge {
namespace {

using namespace std::chrono_literals;

base::TimePoint at(base::Duration since) { return base::TimePoint{} + since; }

TEST(RateBudget, lets_so_many_calls_through_in_a_minute) {
    RateBudget budget(3);
    for (const auto since : {0s, 10s, 20s}) {
        EXPECT_EQ(budget.possible_at(at(since), CallUse::Line), at(since));
        budget.spend(at(since));
    }
    EXPECT_EQ(budget.possible_at(at(30s), CallUse::Line), at(60s));
    budget.spend(at(60s));
    EXPECT_EQ(budget.possible_at(at(61s), CallUse::Line), at(70s));
    EXPECT_EQ(budget.possible_at(at(500s), CallUse::Line), at(500s));
}

TEST(RateBudget, keeps_a_part_for_those_who_send) {
    RateBudget budget(10);
    for (int i = 0; i < 7; ++i) budget.spend(at(1s));
    EXPECT_EQ(budget.possible_at(at(2s), CallUse::Look), at(61s));
    EXPECT_EQ(budget.possible_at(at(2s), CallUse::Line), at(2s));
    for (int i = 0; i < 3; ++i) budget.spend(at(3s));
    EXPECT_EQ(budget.possible_at(at(4s), CallUse::Line), at(61s));
    EXPECT_EQ(budget.possible_at(at(61s), CallUse::Look), at(61s));
}

TEST(RateBudget, allows_one_look_even_when_it_is_tiny) {
    RateBudget budget(1);
    EXPECT_EQ(budget.possible_at(at(0s), CallUse::Look), at(0s));
    budget.spend(at(0s));
    EXPECT_EQ(budget.possible_at(at(1s), CallUse::Look), at(60s));
}

TEST(RateBudget, is_never_exceeded_in_any_window) {
    base::Random random(5);
    RateBudget budget(20);
    std::vector<base::TimePoint> made;
    base::TimePoint now = at(0s);
    for (int i = 0; i < 2000; ++i) {
        now += std::chrono::milliseconds{random.below(2000)};
        const CallUse use = random.below(2) == 0 ? CallUse::Line : CallUse::Look;
        if (budget.possible_at(now, use) > now) continue;
        budget.spend(now);
        made.push_back(now);
    }
    ASSERT_GT(made.size(), 300U);
    for (std::size_t i = 20; i < made.size(); ++i) EXPECT_GE(made[i] - made[i - 20], rate_window);
}

}  // namespace
}  // namespace bridge
