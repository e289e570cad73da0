#include "tests/harness/runner/playing_testing.h"

namespace runner {
namespace {

constexpr const char* receipt =
    "  - connector.calls: { operation: \"POST /api/v2/x/{integrationId}/y\", body: { id: m, status: "
    "Delivered } }\n";

Reply give_token(const http::Request& request) {
    return FakeWorld::ok(request.target == "/oauth/token" ? R"({"access_token":"t1"})" : R"({"id":"r1"})");
}

TEST(PerformConnector, calls_with_a_token_of_the_bridges_client) {
    FakeWorld world;
    world.answer = [](Place, const http::Request& request) { return give_token(request); };
    EXPECT_EQ(failures_of(play(world, receipt)), "");
    ASSERT_EQ(world.requests.size(), 2U);
    EXPECT_EQ(world.requests[0].body, "grant_type=client_credentials");
    EXPECT_TRUE(world.requests[0].headers.get("Authorization")->starts_with("Basic "));
    EXPECT_EQ(world.requests[1].target, "/api/v2/x/i1/y");
    EXPECT_EQ(world.requests[1].method, "POST");
    EXPECT_EQ(world.requests[1].headers.get("Authorization"), "Bearer t1");
    EXPECT_EQ(world.requests[1].body, R"({"id": "m", "status": "Delivered"})");
}

TEST(PerformConnector, wants_the_status_and_code_that_the_step_names) {
    FakeWorld world;
    world.answer = [](Place, const http::Request& request) {
        return request.target == "/oauth/token" ? give_token(request)
                                                : FakeWorld::refusal(400, "bad.request");
    };
    EXPECT_EQ(failures_of(play(world, receipt)),
              "5 wanted Genesys Cloud to answer 200, got 400 bad.request: no\n");
    EXPECT_EQ(failures_of(play(
                  world, "  - connector.calls: { operation: \"GET /x\", status: 400, code: bad.request }\n")),
              "");
}

TEST(PerformConnector, blames_the_world_if_nobody_gives_a_token) {
    FakeWorld world;
    const auto result = play(world, receipt);
    ASSERT_EQ(result.failures.size(), 1U);
    EXPECT_EQ(result.failures[0].blame, Blame::World);
}

}  // namespace
}  // namespace runner
