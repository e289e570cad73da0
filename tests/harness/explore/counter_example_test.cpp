#include "harness/explore/counter_example.h"

#include <gmock/gmock.h>

#include "tests/harness/explore/setting_testing.h"

namespace explore {
namespace {

TEST(CounterExample, is_a_scenario_that_says_where_it_comes_from) {
    Shrunk shrunk;
    shrunk.steps = steps_of("  - customer: hello\n  - heal: 5m\n");
    shrunk.finding = {"outbound-once", "message g1 was shown twice", {"#1 t=1.000s two\nlines"}, 1};
    shrunk.tries = 40;
    shrunk.steps_before = 80;
    const Origin origin{7, "handover explore --seed 3 --runs 5"};
    const std::string text = counter_example(shrunk, origin);
    EXPECT_THAT(text, testing::StartsWith("# Found with seed 7; again: handover explore --seed 3 --runs 5\n"
                                          "# Shrunk from 80 to 2 steps in 40 tries.\n"
                                          "# What was seen:\n#   #1 t=1.000s two lines\n"));
    const auto parsed = scenario::parse(text);
    ASSERT_TRUE(parsed);
    EXPECT_EQ(parsed->steps, shrunk.steps);
    EXPECT_EQ(parsed->seed, 7U);
    EXPECT_EQ(file_name(shrunk, origin), "outbound-once-7.yaml");
}

}  // namespace
}  // namespace explore
