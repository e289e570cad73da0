#include "harness/sim/link.h"

#include <gtest/gtest.h>

namespace sim {
namespace {

using namespace std::chrono_literals;

const Passage question{Leg::Request, "client", "bridge", "POST", "/chat"};
const Passage answer{Leg::Response, "bridge", "client", "POST", "/chat"};

base::Duration delay_of(const Verdict& verdict) { return std::get<Deliver>(verdict).after; }
bool is_lost(const Verdict& verdict) { return std::holds_alternative<Lost>(verdict); }

TEST(Link, delivers_after_the_latency_without_rules) {
    Link link(3ms);
    EXPECT_EQ(delay_of(link.decide(question)), 3ms);
    EXPECT_FALSE(std::get<Deliver>(link.decide(answer)).copy_after.has_value());
}

TEST(Link, lets_the_first_rule_that_acts_decide) {
    Link link(1ms);
    link.install({.action = Delay{5ms}, .match = {.from = "somebody else"}});
    link.install({.action = Delay{7ms}});
    link.install({.action = Drop{}});
    EXPECT_EQ(delay_of(link.decide(question)), 8ms);
    EXPECT_TRUE(is_lost(link.decide(question)));
    EXPECT_EQ(delay_of(link.decide(question)), 1ms);
}

TEST(Link, skips_then_counts) {
    Link link(1ms);
    link.install({.action = Drop{}, .count = 2, .skip = 1});
    std::vector<bool> lost;
    for (int i = 0; i < 5; ++i) lost.push_back(is_lost(link.decide(question)));
    EXPECT_EQ(lost, (std::vector{false, true, true, false, false}));
}

TEST(Link, forgets_a_rule_when_told_or_used_up) {
    Link link(1ms);
    const RuleId for_ever = link.install({.action = Drop{}, .count = unlimited});
    EXPECT_TRUE(is_lost(link.decide(question)));
    EXPECT_TRUE(link.remove(for_ever));
    EXPECT_FALSE(link.remove(for_ever));
    EXPECT_FALSE(is_lost(link.decide(question)));
    EXPECT_FALSE(link.remove(link.install({.action = Drop{}, .count = 0})));
}

TEST(Link, duplicates_requests_and_nothing_else) {
    Link link(1ms);
    link.install({.action = Duplicate{10ms}});
    EXPECT_FALSE(std::get<Deliver>(link.decide(answer)).copy_after.has_value());
    const auto deliver = std::get<Deliver>(link.decide(question));
    EXPECT_EQ(deliver.after, 1ms);
    EXPECT_EQ(deliver.copy_after, 11ms);
}

TEST(Link, holds_back_the_first_of_each_two_to_reorder_them) {
    Link link(1ms);
    link.install({.action = Reorder{20ms}, .count = 4});
    EXPECT_EQ(delay_of(link.decide(question)), 21ms);
    EXPECT_EQ(delay_of(link.decide(question)), 1ms);
    EXPECT_EQ(delay_of(link.decide(question)), 21ms);
    EXPECT_EQ(delay_of(link.decide(question)), 1ms);
}

TEST(Link, loses_a_response_but_never_a_request_when_told_so) {
    Link link(1ms);
    link.install({.action = LoseResponse{}});
    EXPECT_FALSE(is_lost(link.decide(question)));
    EXPECT_TRUE(is_lost(link.decide(answer)));
}

}  // namespace
}  // namespace sim
