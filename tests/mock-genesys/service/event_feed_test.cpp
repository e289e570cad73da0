#include "mock-genesys/service/event_feed.h"

#include <gtest/gtest.h>

namespace mock {
namespace {

Event numbered(std::int64_t number) { return {"tick", {{"n", number}}}; }

std::string sent(const std::vector<host::Effect>& effects) {
    std::string bytes;
    for (const host::Effect& effect : effects)
        if (const auto* const send = std::get_if<host::Send>(&effect)) bytes += send->bytes;
    return bytes;
}

TEST(EventFeed, replays_what_came_after_the_cursor_and_follows_live) {
    EventFeed feed;
    feed.publish(numbered(1));
    feed.publish(numbered(2));
    const auto opened = feed.open({1}, 1);
    ASSERT_TRUE(std::holds_alternative<host::AcceptStream>(opened[0]));
    EXPECT_EQ(std::get<host::AcceptStream>(opened[0]).headers.get("Content-Type"), "text/event-stream");
    EXPECT_EQ(sent(opened), "id: 2\nevent: tick\ndata: {\"n\":2}\n\n");
    EXPECT_EQ(sent(feed.publish(numbered(3))), "id: 3\nevent: tick\ndata: {\"n\":3}\n\n");
}

TEST(EventFeed, replays_nothing_from_the_future) {
    EventFeed feed;
    feed.publish(numbered(1));
    EXPECT_EQ(sent(feed.open({1}, 99)), "");
    EXPECT_EQ(sent(EventFeed().open({1}, 0)), "");
}

TEST(EventFeed, stops_sending_to_a_stream_that_closed) {
    EventFeed feed;
    feed.open({1}, 0);
    feed.open({2}, 0);
    feed.closed({1});
    const auto effects = feed.publish(numbered(1));
    ASSERT_EQ(effects.size(), 2U);  // the trace and one stream
    EXPECT_EQ(std::get<host::Send>(effects[1]).id, host::RequestId{2});
}

TEST(EventFeed, leaves_out_traces_that_nobody_reads_and_nothing_else) {
    EventFeed feed(Traces::LeftOut);
    EXPECT_TRUE(feed.publish(numbered(1)).empty());
    EXPECT_EQ(sent(feed.open({1}, 0)), "id: 1\nevent: tick\ndata: {\"n\":1}\n\n");
    EXPECT_EQ(sent(feed.publish(numbered(2))), "id: 2\nevent: tick\ndata: {\"n\":2}\n\n");
}

TEST(EventFeed, keeps_the_last_events_only) {
    EventFeed feed;
    for (std::size_t i = 0; i < feed_events_max + 3; ++i) feed.publish(numbered(0));
    EXPECT_TRUE(sent(feed.open({1}, 0)).starts_with("id: 4\n"));
    EXPECT_TRUE(sent(feed.open({2}, feed_events_max + 2)).starts_with("id: 10003\n"));
}

TEST(EventFeed, has_room_for_so_many_streams) {
    EventFeed feed;
    for (std::size_t i = 0; i < feed_streams_max; ++i) {
        EXPECT_FALSE(feed.is_full());
        feed.open({i}, 0);
    }
    EXPECT_TRUE(feed.is_full());
}

}  // namespace
}  // namespace mock
