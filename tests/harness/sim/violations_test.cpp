#include "harness/sim/violations.h"

#include <gtest/gtest.h>

namespace sim {
namespace {

TEST(Violations, remembers_each_story_once) {
    Violations violations(OnViolation::Collect);
    violations.report("a");
    violations.report("b");
    violations.report("a");
    EXPECT_EQ(violations.stories(), (std::vector<std::string>{"a", "b"}));
}

TEST(Violations, keeps_a_bounded_number) {
    Violations violations(OnViolation::Collect);
    for (std::size_t i = 0; i < Violations::stories_max + 5; ++i) violations.report(std::to_string(i));
    EXPECT_EQ(violations.stories().size(), Violations::stories_max);
}

TEST(ViolationsDeathTest, stops_the_program_with_the_story) {
    Violations violations(OnViolation::Abort);
    EXPECT_DEATH(violations.report("bridge: answered twice"), "contract broken: bridge: answered twice");
}

}  // namespace
}  // namespace sim
