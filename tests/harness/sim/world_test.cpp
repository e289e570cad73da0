#include "harness/sim/world.h"

#include <gtest/gtest.h>

#include "tests/harness/sim/small_hosts.h"

namespace sim {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view echo_origin = "http://echo.sim:80";

TEST(World, carries_a_request_and_its_answer_in_two_latencies) {
    World world({.latency = 5ms});
    world.add_host("echo", echo_origin, always<Echo>());
    EXPECT_EQ(exchange(world, echo_origin, request_of("POST", "/any", "hello")), "200 hello");
    EXPECT_EQ(world.now(), 10ms);
}

TEST(World, takes_an_origin_without_port_for_the_same) {
    World world;
    world.add_host("echo", echo_origin, always<Echo>());
    EXPECT_EQ(exchange(world, "http://echo.sim", request_of("POST", "/", "hi")), "200 hi");
}

TEST(World, writes_the_host_header_as_clients_do) {
    World world;
    world.add_host("mirror", "http://mirror.sim:8080",
                   always<Custom>([](const host::RequestArrived& arrived) {
                       const auto name = arrived.request.headers.get("Host").value_or("none");
                       return Custom::Effects{host::Respond{arrived.id, {200, {}, std::string(name)}}};
                   }));
    EXPECT_EQ(exchange(world, "http://mirror.sim:8080", request_of("GET", "/")), "200 mirror.sim:8080");
    http::Request own = request_of("GET", "/");
    own.headers.add("Host", "localhost");
    EXPECT_EQ(exchange(world, "http://mirror.sim:8080", own), "200 localhost");
}

TEST(World, lets_one_host_call_another) {
    World world;
    world.add_host("echo", echo_origin, always<Echo>());
    world.add_host("relay", "http://relay.sim", always<Relay>(std::string(echo_origin), base::Duration{1s}));
    EXPECT_EQ(exchange(world, "http://relay.sim", request_of("POST", "/", "round")), "200 round");
    EXPECT_EQ(world.now(), 4ms);
}

TEST(World, refuses_where_nobody_listens) {
    World world;
    world.add_host("relay", "http://relay.sim", always<Relay>("http://nowhere.sim:80", base::Duration{1s}));
    EXPECT_EQ(exchange(world, "http://relay.sim", request_of("POST", "/")), "502 refused");
    EXPECT_EQ(exchange(world, "no origin at all", request_of("POST", "/")), "refused");
}

TEST(World, ends_a_call_at_its_timeout_when_no_answer_comes) {
    World world;
    world.add_host("mute", "http://mute.sim", always<Mute>());
    world.add_host("relay", "http://relay.sim", always<Relay>("http://mute.sim:80", base::Duration{1s}));
    EXPECT_EQ(exchange(world, "http://relay.sim", request_of("POST", "/")), "502 timed out");
    EXPECT_EQ(world.now(), 1002ms);
}

TEST(World, ignores_an_answer_after_the_timeout) {
    World world;
    world.add_host("echo", echo_origin, always<Echo>());
    world.install({.action = Delay{2s}, .match = {.leg = Leg::Response}});
    const ReplyId id = world.send(echo_origin, request_of("POST", "/"), 1s);
    world.run_for(10s);
    EXPECT_EQ(text_of(world.take_reply(id)), "timed out");
    EXPECT_EQ(text_of(world.take_reply(id)), "nothing yet");
}

TEST(World, answers_a_body_that_is_too_long_without_asking_the_host) {
    World world({.body_bytes_max = 10});
    world.add_host("echo", echo_origin, always<Echo>());
    EXPECT_EQ(exchange(world, echo_origin, request_of("POST", "/", "0123456789")), "200 0123456789");
    EXPECT_TRUE(exchange(world, echo_origin, request_of("POST", "/", "0123456789a")).starts_with("413"));
    EXPECT_EQ(world.effects_of("echo"), 1U);
}

TEST(World, bounds_the_bodies_of_one_host_as_told) {
    World world;
    world.add_host("echo", echo_origin, always<Echo>(), 3);
    world.add_host("other", "http://other.sim", always<Echo>());
    EXPECT_EQ(exchange(world, echo_origin, request_of("POST", "/", "abc")), "200 abc");
    EXPECT_TRUE(exchange(world, echo_origin, request_of("POST", "/", "abcd")).starts_with("413"));
    EXPECT_EQ(exchange(world, "http://other.sim", request_of("POST", "/", "abcd")), "200 abcd");
}

TEST(World, keeps_requests_of_one_moment_in_order) {
    World world;
    world.add_host("notebook", "http://notebook.sim", always<Notebook>());
    std::vector<ReplyId> ids;
    ids.reserve(5);
    for (int i = 0; i < 5; ++i)
        ids.push_back(world.send("http://notebook.sim", request_of("POST", "/", std::to_string(i)), 1s));
    world.run_for(1s);
    for (std::size_t i = 0; i < ids.size(); ++i)
        EXPECT_EQ(text_of(world.take_reply(ids[i])), "201 line/" + std::to_string(i + 1));
    EXPECT_EQ(world.stored("notebook").back().value, "4");
}

TEST(World, wakes_a_host_when_it_asked_for_it_and_never_early) {
    World world;
    world.add_host("ticker", "http://ticker.sim",
                   [](std::uint64_t seed) { return std::make_unique<Ticker>(seed, 2s, 3); });
    world.run_for(5s);
    EXPECT_EQ(lines_with(world, "ticker: tick"), 2U);
    world.run_for(1h);
    EXPECT_EQ(lines_with(world, "ticker: tick"), 3U);
    EXPECT_EQ(lines_with(world, "early"), 0U);
    EXPECT_EQ(lines_with(world, "6.000000 ticker wakes: next tick"), 1U);
}

TEST(World, asks_the_condition_first_and_after_every_event) {
    World world;
    world.add_host("echo", echo_origin, always<Echo>());
    EXPECT_TRUE(world.run_until([] { return true; }, 1s));
    EXPECT_EQ(world.now(), 0s);
    EXPECT_FALSE(world.run_until([] { return false; }, 1s));
    EXPECT_EQ(world.now(), 1s);
    const ReplyId id = world.send(echo_origin, request_of("POST", "/"), 5s);
    EXPECT_TRUE(world.run_until([&] { return world.take_reply(id).has_value(); }, 1s));
    EXPECT_EQ(world.now(), 1002ms);
}

TEST(World, is_idle_when_nothing_is_under_way) {
    World world;
    world.add_host("echo", echo_origin, always<Echo>());
    world.send(echo_origin, request_of("POST", "/"), 30s);
    EXPECT_TRUE(world.run_until_idle(60s).is_idle());
    EXPECT_EQ(world.now(), 2ms);
}

TEST(World, is_idle_although_a_host_wants_to_be_woken_beyond_the_horizon) {
    World world;
    world.add_host("ticker", "http://ticker.sim", always<Ticker>(1U, base::Duration{1h}, 1));
    EXPECT_TRUE(world.run_until_idle(10min).is_idle());
    EXPECT_EQ(world.now(), 0s);
}

TEST(World, tells_what_is_pending_when_it_does_not_come_to_rest) {
    World world;
    world.add_host("ticker", "http://ticker.sim", always<Ticker>(1U, base::Duration{3s}, 1000));
    const Stillness stillness = world.run_until_idle(10s);
    EXPECT_FALSE(stillness.is_idle());
    EXPECT_EQ(stillness.pending, (std::vector<std::string>{"ticker: next tick, in 2.000s"}));
    EXPECT_EQ(world.now(), 10s);
}

TEST(World, counts_messages_under_way_as_not_idle) {
    World world;
    world.add_host("mute", "http://mute.sim", always<Mute>());
    world.send("http://mute.sim", request_of("POST", "/"), 60s);
    EXPECT_EQ(world.run_until_idle(10s).pending,
              (std::vector<std::string>{"1 messages or timeouts under way"}));
}

TEST(World, jumps_the_calendar_of_its_hosts) {
    World world;
    world.jump_utc(24h);
    EXPECT_EQ(base::to_iso8601(world.utc()), "2026-01-06T09:00:00.000Z");
    EXPECT_EQ(world.now(), 0s);
}

TEST(WorldDeathTest, refuses_a_name_or_origin_twice) {
    World world;
    world.add_host("echo", echo_origin, always<Echo>());
    EXPECT_DEATH(world.add_host("echo", "http://other.sim", always<Echo>()), "its own");
    EXPECT_DEATH(world.add_host("other", "http://echo.sim", always<Echo>()), "its own");
    EXPECT_DEATH(world.crash("unheard-of"), "no Host of this world is called 'unheard-of'");
}

}  // namespace
}  // namespace sim
