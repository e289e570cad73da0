#include "harness/explore/simpler.h"

#include <gtest/gtest.h>

#include "tests/harness/explore/setting_testing.h"

namespace explore {
namespace {

std::string simpler(const std::string& step) {
    return text_of(simpler_than(steps_of("  - " + step + "\n").front()));
}

TEST(Simpler, texts_keep_what_tells_them_apart_and_what_the_bot_listens_to) {
    EXPECT_EQ(simpler("customer(carla): carla 12 says this."), "customer(carla): \"carla 12\"\n");
    EXPECT_EQ(simpler("customer(carla): carla 12 wants a human"), "customer(carla): \"carla 12 human\"\n");
    EXPECT_EQ(simpler("agent(ann): ann 1"), "");
}

TEST(Simpler, times_and_faults_become_smaller_step_by_step) {
    EXPECT_EQ(simpler("after: 30s"), "after: 1s\nafter: 10s\n");
    EXPECT_EQ(simpler("after: 1s"), "");
    EXPECT_EQ(
        simpler("fault: { webhook: { first: 3, answer: 503 } }"),
        "fault: { webhook: { first: 1, answer: 503 } }\nfault: { webhook: { first: 2, answer: 503 } }\n");
    EXPECT_EQ(simpler("fault: { webhook: { first: 1, delay: 12s } }"),
              "fault: { webhook: { first: 1, delay: 1s } }\nfault: { webhook: { first: 1, delay: 11s } }\n");
}

TEST(Simpler, a_story_may_do_with_fewer_people) {
    const auto stories =
        renamed(steps_of("  - customer(dora): x\n  - customer(carla): y\n  - agent(ben).on-queue\n"));
    ASSERT_EQ(stories.size(), 1U);
    EXPECT_EQ(text_of(stories[0]), "customer(carla): \"x\"\ncustomer(carla): \"y\"\nagent(ben).on-queue\n");
}

}  // namespace
}  // namespace explore
