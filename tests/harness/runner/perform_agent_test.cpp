#include "tests/harness/runner/playing_testing.h"

namespace runner {
namespace {

using namespace std::chrono_literals;

TEST(PerformAgent, orders_go_to_the_control_interface) {
    FakeWorld world;
    play(world,
         "  - agent(ann).on-queue\n  - agent(ann): \"Hi\"\n  - agent(ann).disconnects\n  - "
         "agent(ann).wraps-up: Resolved\n");
    ASSERT_EQ(world.requests.size(), 5U);
    EXPECT_EQ(world.requests[0].target, "/_mock/agents/ann");
    EXPECT_EQ(world.requests[1].target, "/_mock/agents/ann/on-queue");
    EXPECT_EQ(world.requests[2].body, R"({"text":"Hi"})");
    EXPECT_EQ(world.requests[3].target, "/_mock/agents/ann/disconnect");
    EXPECT_EQ(world.requests[4].body, R"({"code":"Resolved"})");
}

TEST(PerformAgent, accepting_waits_until_it_rings) {
    FakeWorld world;
    world.answer = [&](Place, const http::Request& request) {
        const bool rings = !request.target.ends_with("/accept") || world.now() >= 4s;
        return rings ? FakeWorld::ok("{}") : FakeWorld::refusal(409, "mock.agent.nothing.alerting");
    };
    const std::string event =
        "id: 1\nevent: participant.state\ndata: {\"conversationId\":\"c\",\"state\":\"alerting\"}\n\n";
    world.push_at(4s, "/_mock/events", event);
    const auto result = play(world, "  - agent(ann).accepts\n");
    EXPECT_EQ(failures_of(result), "");
    EXPECT_EQ(result.took, 4s);
}

TEST(PerformAgent, accepting_gives_up_after_its_time) {
    FakeWorld world;
    world.answer = [](Place, const http::Request& request) {
        return request.target.ends_with("/accept") ? FakeWorld::refusal(409, "mock.agent.nothing.alerting")
                                                   : FakeWorld::ok("{}");
    };
    EXPECT_EQ(failures_of(play(world, "  - agent(ann).accepts: { within: 5s }\n")),
              "5 wanted a conversation to ring, got none within 5.000s\n");
}

TEST(PerformAgent, keeps_the_id_of_what_was_said) {
    FakeWorld world;
    world.answer = [](Place, const http::Request&) { return FakeWorld::ok(R"({"messageId":"m-1"})"); };
    play(world, "  - agent(ann).says: { text: x, capture: m }\n  - agent(ann): \"again ${m}\"\n");
    EXPECT_EQ(world.requests.back().body, R"({"text":"again m-1"})");
}

TEST(PerformAgent, an_agent_that_does_not_exist_is_the_files_fault_and_told_first) {
    FakeWorld world;
    world.answer = [](Place, const http::Request&) { return FakeWorld::refusal(404, "mock.agent.unknown"); };
    const auto result = play(world, "  - customer: \"Hello\"\n  - agent(bob).on-queue\n");
    ASSERT_EQ(result.failures.size(), 1U);
    EXPECT_EQ(result.failures[0].blame, Blame::Scenario);
    EXPECT_EQ(result.failures[0].step_at.line, 6U);
    EXPECT_EQ(world.requests.size(), 1U);
}

}  // namespace
}  // namespace runner
