#include "tests/harness/runner/playing_testing.h"

namespace runner {
namespace {

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

}  // namespace
}  // namespace runner
