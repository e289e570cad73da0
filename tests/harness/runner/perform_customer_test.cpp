#include "tests/harness/runner/playing_testing.h"

namespace runner {
namespace {

using namespace std::chrono_literals;

TEST(PerformCustomer, a_refused_line_fails_its_step) {
    FakeWorld world;
    world.answer = [](Place, const http::Request&) { return FakeWorld::refusal(413, "text.too.long"); };
    EXPECT_EQ(failures_of(play(world, "  - customer: \"Hello\"\n")),
              "5 wanted the line to be accepted, got 413 text.too.long: no\n");
}

TEST(PerformCustomer, a_bridge_that_is_away_does_not_stop_the_story_but_must_come_back) {
    FakeWorld world;
    world.answer = [](Place, const http::Request&) { return host::TransportFailure::Refused; };
    EXPECT_EQ(failures_of(play(world, "  - customer: \"Hello\"\n")),
              "5 wanted every line of the customer to be accepted, got the bridge did not answer\n");
    FakeWorld other;
    other.answer = [&](Place, const http::Request&) -> std::optional<Reply> {
        if (other.now() < 5s) return host::TransportFailure::Refused;
        return FakeWorld::ok("{}");
    };
    EXPECT_EQ(failures_of(play(other, "  - customer: \"Hello\"\n")), "");
}

TEST(PerformCustomer, every_line_has_a_message_id_of_its_own_that_the_seed_decides) {
    FakeWorld first;
    FakeWorld second;
    play(first, "  - customer: \"a\"\n  - customer: \"a\"\n");
    play(second, "  - customer: \"a\"\n  - customer: \"a\"\n");
    ASSERT_EQ(first.requests.size(), 2U);
    EXPECT_NE(first.requests[0].body, first.requests[1].body);
    EXPECT_EQ(first.requests, second.requests);
}

TEST(PerformCustomer, a_page_that_is_loaded_again_must_show_everything) {
    FakeWorld world;
    world.push_at(1s, "/chat/", output_event(1, "a"));
    EXPECT_EQ(
        failures_of(
            play(world, "  - customer: \"Hello\"\n  - expect: { customer.sees: a }\n  - customer.reloads\n")),
        "7 wanted every event so far again, got 1 are missing\n");
}

TEST(PerformCustomer, tells_that_the_page_was_closed_and_opened) {
    FakeWorld world;
    EXPECT_EQ(
        failures_of(play(world, "  - customer: \"Hello\"\n  - customer.leaves\n  - customer.returns\n")), "");
    ASSERT_EQ(world.requests.size(), 3U);
    EXPECT_NE(world.requests[1].body.find("user-disconnected"), std::string::npos);
    EXPECT_NE(world.requests[2].body.find("user-connected"), std::string::npos);
    FakeWorld other;
    other.answer = [](Place, const http::Request& request) -> std::optional<Reply> {
        if (request.body.find("_cognigy") == std::string::npos) return FakeWorld::ok("{}");
        return FakeWorld::refusal(400, "event.unknown");
    };
    EXPECT_EQ(failures_of(play(other, "  - customer: \"Hello\"\n  - customer.leaves\n")),
              "6 wanted the event to be accepted, got 400 event.unknown: no\n");
}

TEST(PerformCustomer, reconnects_behind_what_was_seen) {
    FakeWorld world;
    world.push_at(1s, "/chat/", output_event(1, "a"));
    play(world,
         "  - customer: \"Hello\"\n  - expect: { customer.sees: a }\n  - customer.reconnects\n  - after: "
         "1s\n");
    ASSERT_EQ(world.opened().size(), 3U);
    EXPECT_EQ(world.opened()[2].headers.get("Last-Event-ID"), "1");
}

}  // namespace
}  // namespace runner
