// Streamed answers: in order, bounded, closed exactly once.
#include <gtest/gtest.h>

#include "tests/harness/sim/small_hosts.h"

namespace sim {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view origin = "http://streamer.sim:80";

class Streams : public testing::Test {
  protected:
    Streams() { world.add_host("streamer", origin, always<Streamer>()); }

    StreamId open() {
        const StreamId id = world.open_stream(origin, request_of("GET", "/"));
        world.run_for(10ms);
        return id;
    }
    void say(std::string text) { exchange(world, origin, request_of("POST", "/", std::move(text))); }
    void hang_up() { exchange(world, origin, request_of("DELETE", "/")); }
    std::size_t closed() const { return lines_with(world, "stream.closed"); }

    World world{{.stream_buffer_bytes_max = 10}};
};

TEST_F(Streams, carry_bytes_in_order_to_every_reader) {
    const StreamId one = open();
    const StreamId other = open();
    say("a");
    say("b");
    EXPECT_EQ(world.take_bytes(one), "ab");
    EXPECT_EQ(world.take_bytes(one), "");
    EXPECT_EQ(world.take_bytes(other), "ab");
    EXPECT_TRUE(world.is_open(one));
}

TEST_F(Streams, keep_their_order_when_a_piece_is_delayed) {
    const StreamId stream = open();
    world.install({.action = Delay{2s}, .match = {.leg = Leg::Stream}});
    say("slow ");
    say("fast");
    EXPECT_EQ(world.take_bytes(stream), "");
    world.run_for(3s);
    EXPECT_EQ(world.take_bytes(stream), "slow fast");
}

TEST_F(Streams, end_after_the_last_piece_when_the_host_closes_them) {
    const StreamId stream = open();
    world.install({.action = Delay{2s}, .match = {.leg = Leg::Stream}});
    say("last");
    hang_up();
    EXPECT_TRUE(world.is_open(stream));
    world.run_for(3s);
    EXPECT_FALSE(world.is_open(stream));
    EXPECT_EQ(world.take_bytes(stream), "last");
    EXPECT_EQ(closed(), 1U);
}

TEST_F(Streams, tell_the_host_once_that_the_reader_has_gone) {
    const StreamId stream = open();
    world.close_stream(stream);
    world.close_stream(stream);
    EXPECT_FALSE(world.is_open(stream));
    world.run_for(1s);
    EXPECT_EQ(closed(), 1U);
    say("to nobody");
    hang_up();
    world.run_for(1s);
    EXPECT_EQ(closed(), 1U);
}

TEST_F(Streams, are_closed_once_when_both_sides_hang_up_at_the_same_time) {
    const StreamId stream = open();
    world.send(origin, request_of("DELETE", "/"), 1s);
    world.run_for(500us);
    world.close_stream(stream);
    world.run_for(1s);
    EXPECT_EQ(closed(), 1U);
}

TEST_F(Streams, are_closed_when_the_reader_went_before_they_opened) {
    const StreamId stream = world.open_stream(origin, request_of("GET", "/"));
    world.close_stream(stream);
    world.run_for(1s);
    EXPECT_EQ(closed(), 1U);
}

TEST_F(Streams, are_closed_when_their_reader_does_not_read) {
    const StreamId stream = open();
    world.set_reading(stream, Reading::Stalled);
    say("12345");
    say("67890");
    EXPECT_TRUE(world.is_open(stream));
    EXPECT_EQ(closed(), 0U);
    say("!");
    world.run_for(1s);
    EXPECT_FALSE(world.is_open(stream));
    EXPECT_EQ(closed(), 1U);
    EXPECT_EQ(world.take_bytes(stream), "1234567890");
}

TEST_F(Streams, go_on_when_the_reader_catches_up) {
    const StreamId stream = open();
    world.set_reading(stream, Reading::Stalled);
    say("1234567");
    EXPECT_EQ(world.take_bytes(stream), "");
    world.set_reading(stream, Reading::Running);
    say("890123");
    EXPECT_EQ(world.take_bytes(stream), "1234567890123");
    EXPECT_EQ(closed(), 0U);
}

TEST_F(Streams, do_not_fill_up_as_long_as_they_are_read) {
    const StreamId stream = open();
    for (int i = 0; i < 10; ++i) say("123456789");
    EXPECT_EQ(world.take_bytes(stream).size(), 90U);
    EXPECT_EQ(closed(), 0U);
}

TEST_F(Streams, break_when_a_piece_is_lost) {
    const StreamId stream = open();
    world.install({.action = Drop{}, .match = {.leg = Leg::Stream}});
    say("lost");
    world.run_for(1s);
    EXPECT_FALSE(world.is_open(stream));
    EXPECT_EQ(closed(), 1U);
}

TEST_F(Streams, come_as_one_response_to_who_only_calls) {
    const ReplyId id = world.send(origin, request_of("GET", "/"), 10s);
    world.run_for(10ms);
    say("two ");
    say("pieces");
    hang_up();
    world.run_for(10ms);
    const std::optional<Reply> reply = world.take_reply(id);
    EXPECT_EQ(text_of(reply), "200 two pieces");
    EXPECT_EQ(std::get<http::Response>(*reply).headers.get("content-type"), "text/event-stream");
}

TEST_F(Streams, are_closed_when_who_only_calls_has_waited_long_enough) {
    const ReplyId id = world.send(origin, request_of("GET", "/"), 1s);
    world.run_for(2s);
    EXPECT_EQ(text_of(world.take_reply(id)), "timed out");
    EXPECT_EQ(closed(), 1U);
}

TEST_F(Streams, that_are_answered_otherwise_are_not_open) {
    const StreamId refused = world.open_stream("http://nobody.sim", request_of("GET", "/"));
    const StreamId no_content = world.open_stream(origin, request_of("POST", "/"));
    world.run_for(1s);
    EXPECT_FALSE(world.is_open(refused));
    EXPECT_FALSE(world.is_open(no_content));
}

TEST_F(Streams, give_up_opening_when_the_request_was_lost) {
    world.install({.action = Drop{}});
    const StreamId stream = world.open_stream(origin, request_of("GET", "/"));
    world.run_for(59s);
    EXPECT_TRUE(world.is_open(stream));
    world.run_for(2s);
    EXPECT_FALSE(world.is_open(stream));
}

TEST_F(Streams, once_open_wait_for_ever) {
    const StreamId stream = open();
    world.run_for(24h);
    EXPECT_TRUE(world.is_open(stream));
}

TEST_F(Streams, of_a_duplicated_request_reach_the_reader_once_and_close_both) {
    world.install({.action = Duplicate{1ms}});
    const StreamId stream = open();
    say("once");
    EXPECT_EQ(world.take_bytes(stream), "once");
    hang_up();
    world.run_for(1s);
    EXPECT_EQ(closed(), 2U);
}

}  // namespace
}  // namespace sim
