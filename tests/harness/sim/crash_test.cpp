// What survives when a Host ends at once, wherever it is.
#include <gtest/gtest.h>

#include "tests/harness/sim/small_hosts.h"

namespace sim {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view notebook = "http://notebook.sim:80";

TEST(Crash, loses_what_was_not_persisted_and_keeps_what_was) {
    World world;
    world.add_host("notebook", notebook, always<Notebook>());
    EXPECT_EQ(exchange(world, notebook, request_of("POST", "/", "first")), "201 line/1");
    world.crash("notebook");
    EXPECT_FALSE(world.is_up("notebook"));
    EXPECT_EQ(exchange(world, notebook, request_of("GET", "/")), "refused");
    world.restart("notebook");
    EXPECT_TRUE(world.is_up("notebook"));
    EXPECT_EQ(exchange(world, notebook, request_of("GET", "/")), "200 1");
    EXPECT_EQ(lines_with(world, "notebook starts, incarnation 2, 1 records"), 1U);
}

// The exchange is: effect 1 at Restored (a trace), then trace, Persist, Respond for the request.
TEST(Crash, at_every_effect_of_an_exchange_never_acknowledges_what_is_not_stored) {
    std::vector<std::string> replies;
    std::vector<std::size_t> stored;
    for (std::uint64_t nth = 2; nth <= 5; ++nth) {
        World world;
        world.add_host("notebook", notebook, always<Notebook>());
        world.crash_at_effect("notebook", nth);
        replies.push_back(exchange(world, notebook, request_of("POST", "/", "text")));
        stored.push_back(world.stored("notebook").size());
        EXPECT_EQ(world.is_up("notebook"), nth == 5);
        EXPECT_EQ(world.effects_of("notebook"), std::min<std::uint64_t>(nth - 1, 4));
    }
    EXPECT_EQ(replies, (std::vector<std::string>{"broken", "broken", "broken", "201 line/1"}));
    EXPECT_EQ(stored, (std::vector<std::size_t>{0, 0, 1, 1}));
}

TEST(Crash, at_the_first_effect_of_all_happens_while_starting) {
    World world;
    world.add_host("notebook", notebook, always<Notebook>());
    world.crash("notebook");
    world.crash_at_effect("notebook", world.effects_of("notebook") + 1);
    world.restart("notebook");
    EXPECT_FALSE(world.is_up("notebook"));
    world.restart("notebook");
    EXPECT_TRUE(world.is_up("notebook"));
}

TEST(Crash, breaks_calls_that_are_open_to_it) {
    World world;
    world.add_host("mute", "http://mute.sim", always<Mute>());
    world.add_host("relay", "http://relay.sim", always<Relay>("http://mute.sim:80", base::Duration{10s}));
    const ReplyId id = world.send("http://relay.sim", request_of("POST", "/"), 20s);
    world.run_for(1s);
    world.crash("mute");
    world.run_for(1s);
    EXPECT_EQ(text_of(world.take_reply(id)), "502 broken");
}

TEST(Crash, delivers_an_answer_that_was_already_on_its_way) {
    World world({.latency = 10ms});
    world.add_host("notebook", notebook, always<Notebook>());
    const ReplyId id = world.send(notebook, request_of("POST", "/"), 5s);
    world.run_for(15ms);
    world.crash("notebook");
    world.run_for(15ms);
    EXPECT_EQ(text_of(world.take_reply(id)), "201 line/1");
}

TEST(Crash, of_the_caller_does_not_take_back_its_request_and_tells_the_next_life_nothing) {
    World world({.latency = 10ms});
    world.add_host("notebook", notebook, always<Notebook>());
    world.add_host("relay", "http://relay.sim", always<Relay>(std::string(notebook), base::Duration{5s}));
    const ReplyId id = world.send("http://relay.sim", request_of("POST", "/", "sent"), 5s);
    world.run_for(15ms);  // the relay's call is under way
    world.crash("relay");
    world.restart("relay");
    EXPECT_TRUE(world.run_until_idle(10s).is_idle());
    EXPECT_EQ(text_of(world.take_reply(id)), "broken");
    EXPECT_EQ(world.stored("notebook").size(), 1U);
}

TEST(Crash, cancels_the_wakeups_of_the_old_life) {
    World world;
    world.add_host("ticker", "http://ticker.sim", always<Ticker>(1U, base::Duration{2s}, 100));
    world.run_for(1s);
    world.crash("ticker");
    EXPECT_TRUE(world.run_until_idle(60s).is_idle());
    world.restart("ticker");
    world.run_for(1500ms);
    EXPECT_EQ(lines_with(world, "tick "), 0U);
    world.run_for(500ms);
    EXPECT_EQ(lines_with(world, "tick "), 1U);
}

TEST(Crash, ends_the_streams_of_the_host) {
    World world;
    world.add_host("streamer", "http://streamer.sim", always<Streamer>());
    const StreamId stream = world.open_stream("http://streamer.sim", request_of("GET", "/"));
    exchange(world, "http://streamer.sim", request_of("POST", "/", "before"));
    world.crash("streamer");
    world.run_for(1s);
    EXPECT_FALSE(world.is_open(stream));
    EXPECT_EQ(world.take_bytes(stream), "before");
    world.restart("streamer");
    world.run_for(1s);
    EXPECT_FALSE(world.is_open(stream));
    EXPECT_EQ(lines_with(world, "stream.closed"), 0U);
}

}  // namespace
}  // namespace sim
