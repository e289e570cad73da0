#include "tests/harness/runner/playing_testing.h"

namespace runner {
namespace {

using namespace std::chrono_literals;

TEST(PerformSystem, faults_go_to_the_mock_as_they_are_written) {
    FakeWorld world;
    play(world,
         "  - fault: { webhook: { first: 2, answer: 503 } }\n  - fault: { operation: \"POST /x\", delay: 12s "
         "}\n"
         "  - fault: { webhook: { lose: response } }\n  - genesys.clears-faults\n  - "
         "genesys.expires-tokens\n");
    ASSERT_EQ(world.requests.size(), 5U);
    EXPECT_EQ(world.requests[0].body, R"({"webhook":{"first":2,"answer":503}})");
    EXPECT_EQ(world.requests[1].body, R"({"operation":"POST /x","first":1,"delay":"12000ms"})");
    EXPECT_EQ(world.requests[2].body, R"({"webhook":{"first":1,"lose":"response"}})");
    EXPECT_EQ(world.requests[3].method, "DELETE");
    EXPECT_EQ(world.requests[4].target, "/_mock/tokens/expire");
}

TEST(PerformSystem, a_world_that_cannot_crash_is_the_worlds_fault) {
    FakeWorld world;
    world.crash_error = "it does not run";
    const auto result = play(world, "  - bridge.crashes\n");
    ASSERT_EQ(result.failures.size(), 1U);
    EXPECT_EQ(result.failures[0].blame, Blame::World);
    EXPECT_EQ(result.failures[0].got, "it does not run");
}

TEST(PerformSystem, a_forged_webhook_must_be_answered_as_the_step_says) {
    FakeWorld world;
    EXPECT_EQ(failures_of(play(world, "  - webhook.forged: { text: x, signature: wrong }\n")),
              "5 wanted the bridge to answer 401, got 200\n");
    world.answer = [](Place, const http::Request&) { return FakeWorld::refusal(401, "signature.wrong"); };
    EXPECT_EQ(failures_of(play(world, "  - webhook.forged: { text: x, signature: wrong }\n")), "");
}

TEST(PerformSystem, healing_takes_the_faults_away_and_brings_the_bridge_back) {
    FakeWorld world;
    const auto result = play(world, "  - bridge.crashes\n  - heal: 5m\n");
    EXPECT_TRUE(result.passed()) << failures_of(result);
    ASSERT_EQ(world.requests.size(), 1U);
    EXPECT_EQ(world.requests[0].method, "DELETE");
    EXPECT_LT(result.took, 1min);
}

TEST(PerformSystem, healing_waits_for_what_is_owed_and_tells_what_never_came) {
    const std::string queue = chat_event(1, "handoverStatus", R"({"status":"queue","generation":1})");
    const std::string taken =
        "id: 1\nevent: message.inbound\ndata: "
        "{\"conversationId\":\"c\",\"messageId\":\"g\",\"from\":\"session-"
        "customer\",\"text\":\"two\"}\n\n";
    const std::string steps = "  - customer: one\n  - after: 5s\n  - customer: two\n  - heal: 60s\n";
    FakeWorld late;
    late.push_at(2s, "/chat/", queue);
    late.push_at(40s, "/_mock/events", taken);
    const auto kept = play(late, steps);
    EXPECT_TRUE(kept.passed()) << failures_of(kept);
    EXPECT_LT(kept.took, 45s);
    FakeWorld never;
    never.push_at(2s, "/chat/", queue);
    const auto broken = play(never, steps);
    ASSERT_EQ(broken.failures.size(), 1U);
    EXPECT_EQ(broken.failures[0].promise, "inbound-kept");
    EXPECT_TRUE(broken.failures[0].got.ends_with("never reached Genesys Cloud within 60.000s"));
}

}  // namespace
}  // namespace runner
