#include "harness/runner/runner.h"

#include "tests/harness/runner/playing_testing.h"

namespace runner {
namespace {

using namespace std::chrono_literals;

TEST(Runner, stops_at_the_first_hard_failure_and_tells_what_was_not_reached) {
    FakeWorld world;
    const auto result = play(world, "  - customer: x\n  - expect: { customer.sees: a }\n  - after: 1s\n");
    ASSERT_EQ(result.steps.size(), 3U);
    EXPECT_EQ(result.steps[0].verdict, StepVerdict::Passed);
    EXPECT_EQ(result.steps[1].verdict, StepVerdict::Failed);
    EXPECT_EQ(result.steps[1].step, "expect customer.sees");
    EXPECT_EQ(result.steps[1].took, 30s);
    EXPECT_EQ(result.steps[2].verdict, StepVerdict::NotReached);
}

TEST(Runner, reports_every_soft_failure_and_goes_on) {
    FakeWorld world;
    const auto result = play(world,
                             "  - customer: x\n  - check: { customer.sees: a, within: 1s }\n"
                             "  - check: { customer.sees: b, within: 1s }\n  - after: 1s\n");
    EXPECT_EQ(result.failures.size(), 2U);
    EXPECT_EQ(result.steps[3].verdict, StepVerdict::Passed);
    EXPECT_FALSE(result.passed());
}

TEST(Runner, fails_when_the_chat_channel_breaks_a_promise_whatever_the_step_wanted) {
    FakeWorld world;
    world.push_at(1s, "/chat/", output_event(2, "a"));
    EXPECT_EQ(failures_of(play(world, "  - customer: x\n  - expect: { customer.sees: a }\n")),
              "6 wanted the chat channel to keep its promises, got chat event 2 came after 0: events were "
              "left out\n");
}

TEST(Runner, keeps_world_seed_and_time) {
    FakeWorld world;
    const auto result = play(world, "  - after: 2s\n");
    EXPECT_EQ(result.world, "simulated");
    EXPECT_EQ(result.seed, 7U);
    EXPECT_EQ(result.took, 2s);
    EXPECT_TRUE(result.passed());
}

TEST(Runner, may_pass_over_what_cannot_be_done) {
    FakeWorld world;
    world.answer = [](Place, const http::Request& request) {
        if (request.target.ends_with("/say")) return FakeWorld::refusal(409, "mock.agent.not.connected");
        return FakeWorld::ok("{}");
    };
    const auto scenario = scenario::parse(std::string(played_head) + "  - agent(ann): Hi\n  - after: 1s\n");
    ASSERT_TRUE(scenario);
    const auto result =
        run_scenario(*scenario, world, {}, {.seed = 1, .impossible = RunOptions::Impossible::IsPassedOver});
    EXPECT_TRUE(result.passed());
    EXPECT_EQ(result.steps[0].verdict, StepVerdict::Impossible);
    EXPECT_EQ(result.steps[1].verdict, StepVerdict::Passed);
}

TEST(Runner, a_broken_promise_fails_the_step_with_the_facts_that_show_it) {
    FakeWorld world;
    const std::string end = R"({"status":"completed","generation":1})";
    world.push_at(2s, "/chat/", chat_event(1, "handoverStatus", end) + chat_event(2, "handoverStatus", end));
    const ScenarioResult result = play(world, "  - customer: Hello\n  - after: 5s\n  - after: 5s\n");
    ASSERT_EQ(result.failures.size(), 1U);
    EXPECT_EQ(result.failures[0].wanted, "promise 'status-path' to be kept");
    EXPECT_EQ(result.failures[0].got, "status completed of handover 1 cannot follow");
    EXPECT_EQ(result.failures[0].passed.size(), 2U);
    EXPECT_EQ(result.failures[0].promise, "status-path");
    EXPECT_EQ(result.steps[1].verdict, StepVerdict::Failed);
}

}  // namespace
}  // namespace runner
