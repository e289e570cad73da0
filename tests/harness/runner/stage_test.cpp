#include "harness/runner/stage.h"

#include <gtest/gtest.h>

#include "tests/harness/runner/fake_world_testing.h"

namespace runner {
namespace {

using namespace std::chrono_literals;

const std::string started = "id: 1\nevent: conversation.started\ndata: {\"conversationId\":\"c\"}\n\n";

TEST(Stage, opens_the_feed_of_genesys_from_its_beginning) {
    FakeWorld world;
    const Stage stage(world, {}, 1);
    ASSERT_EQ(world.opened().size(), 1U);
    EXPECT_EQ(world.opened()[0].target, "/_mock/events?after=0");
    EXPECT_EQ(world.opened()[0].headers.get("Host"), "localhost");
}

TEST(Stage, advances_until_it_holds_and_not_longer) {
    FakeWorld world;
    Stage stage(world, {}, 1);
    world.push_at(5s, "/_mock/events", started);
    EXPECT_TRUE(stage.advance([&] { return !stage.observations().events().empty(); }, 30s));
    EXPECT_EQ(world.now(), 5s);
    EXPECT_FALSE(stage.advance([] { return false; }, 3s));
    EXPECT_EQ(world.now(), 8s);
}

TEST(Stage, does_not_ask_again_what_was_true) {
    FakeWorld world;
    Stage stage(world, {}, 1);
    int asked = 0;
    EXPECT_TRUE(stage.advance([&] { return ++asked == 2; }, 10s));
    EXPECT_EQ(asked, 2);
}

TEST(Stage, opens_a_feed_again_while_time_passes) {
    FakeWorld world;
    Stage stage(world, {}, 1);
    world.at(2s, [&] { world.end_feeds(); });
    stage.advance([] { return false; }, 10s);
    EXPECT_EQ(world.opened().size(), 2U);
}

TEST(Stage, an_exchange_takes_no_longer_than_its_answer) {
    FakeWorld world;
    Stage stage(world, {}, 1);
    const auto reply = stage.exchange(Place::Genesys, post("/x", ""), 30s);
    ASSERT_TRUE(reply);
    EXPECT_EQ(world.now(), 0s);
    world.answer = [](Place, const http::Request&) { return std::nullopt; };
    EXPECT_FALSE(stage.exchange(Place::Genesys, post("/x", ""), 7s));
    EXPECT_EQ(world.now(), 7s);
}

TEST(Stage, sees_what_came_while_it_settled) {
    FakeWorld world;
    Stage stage(world, {}, 1);
    world.push_at(5s, "/_mock/events", started);
    EXPECT_EQ(stage.settle(120s), "no event pending within 120s");
    EXPECT_EQ(stage.observations().events().size(), 1U);
}

}  // namespace
}  // namespace runner
