#include "harness/runner/feed.h"

#include <gtest/gtest.h>

#include "tests/harness/runner/fake_world_testing.h"

namespace runner {
namespace {

using namespace std::chrono_literals;

TEST(Feed, is_opened_again_behind_the_last_event_when_it_ends) {
    FakeWorld world;
    Feed feed(Place::Bridge, "/events");
    feed.tend(world);
    world.push("/events", output_event(1, "a") + output_event(2, "b"));
    EXPECT_TRUE(feed.absorb(world));
    EXPECT_EQ(feed.take_events().size(), 2U);
    world.end_feeds();
    EXPECT_TRUE(feed.absorb(world));
    feed.tend(world);
    EXPECT_EQ(world.opened().size(), 1U) << "not before its time";
    EXPECT_EQ(feed.due(), world.now() + feed_retry_after);
    world.wait([] { return false; }, feed_retry_after);
    feed.tend(world);
    ASSERT_EQ(world.opened().size(), 2U);
    EXPECT_EQ(world.opened()[1].headers.get("Last-Event-ID"), "2");
}

TEST(Feed, takes_what_came_before_it_ended) {
    FakeWorld world;
    Feed feed(Place::Bridge, "/events");
    feed.tend(world);
    world.push("/events", output_event(1, "a"));
    world.end_feeds();
    EXPECT_TRUE(feed.absorb(world));
    EXPECT_EQ(feed.take_events().size(), 1U);
}

TEST(Feed, a_torn_event_is_not_joined_with_the_next_connection) {
    FakeWorld world;
    Feed feed(Place::Bridge, "/events");
    feed.tend(world);
    world.push("/events", "id: 1\ndata: half");
    feed.absorb(world);
    feed.reconnect(world.now());
    feed.tend(world);
    world.push("/events", "id: 1\ndata: whole\n\n");
    feed.absorb(world);
    const auto events = feed.take_events();
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].data, "whole");
}

TEST(Feed, reloads_from_the_beginning_and_may_be_hurried) {
    FakeWorld world;
    Feed feed(Place::Bridge, "/events");
    feed.tend(world);
    world.push("/events", output_event(1, "a"));
    feed.absorb(world);
    feed.reload(world.now() + 10s);
    feed.tend(world);
    EXPECT_EQ(world.opened().size(), 1U);
    feed.hurry(world.now());
    feed.tend(world);
    ASSERT_EQ(world.opened().size(), 2U);
    EXPECT_FALSE(world.opened()[1].headers.get("Last-Event-ID"));
}

}  // namespace
}  // namespace runner
