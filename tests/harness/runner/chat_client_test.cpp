#include "harness/runner/chat_client.h"

#include <gtest/gtest.h>

#include "tests/harness/runner/fake_world_testing.h"

namespace runner {
namespace {

class ChatClientTest : public testing::Test {
  protected:
    void say(const std::string& text) { client.say({client.user(), text, "id-" + text, {}, {}}); }
    void turn() {
        client.tend(world);
        client.absorb(world, seen);
        client.tend(world);
    }
    void pass(base::Duration duration) {
        world.wait([] { return false; }, duration);
    }

    FakeWorld world;
    Observations seen;
    ChatClient client{"", "token"};
};

TEST_F(ChatClientTest, sends_a_line_and_opens_the_feed_when_it_is_acknowledged) {
    say("hello");
    turn();
    ASSERT_EQ(world.requests.size(), 1U);
    EXPECT_EQ(world.requests[0].target, "/chat/token/session-customer/messages");
    EXPECT_EQ(world.requests[0].body, R"({"userId":"user-customer","text":"hello","messageId":"id-hello"})");
    ASSERT_EQ(world.opened().size(), 1U);
    EXPECT_EQ(world.opened()[0].target, "/chat/token/session-customer/events");
}

TEST_F(ChatClientTest, sends_the_same_line_again_when_nobody_answers) {
    world.answer = [](Place, const http::Request&) { return host::TransportFailure::Refused; };
    say("hello");
    turn();
    EXPECT_EQ(client.vain_attempts(), 1U);
    EXPECT_EQ(world.requests.size(), 1U);
    pass(line_retry_after);
    world.answer = [](Place, const http::Request&) { return FakeWorld::ok("{}"); };
    turn();
    ASSERT_EQ(world.requests.size(), 2U);
    EXPECT_EQ(world.requests[0], world.requests[1]);
    EXPECT_FALSE(client.has_pending_lines());
}

TEST_F(ChatClientTest, retries_failures_of_the_server_but_takes_a_refusal_for_an_answer) {
    world.answer = [](Place, const http::Request&) { return FakeWorld::refusal(503, "busy"); };
    say("hello");
    turn();
    EXPECT_TRUE(client.has_pending_lines());
    pass(line_retry_after);
    world.answer = [](Place, const http::Request&) { return FakeWorld::refusal(400, "text.missing"); };
    turn();
    EXPECT_FALSE(client.has_pending_lines());
    EXPECT_EQ(client.take_refusal(), "400 text.missing: no");
    EXPECT_EQ(client.take_refusal(), std::nullopt);
}

TEST_F(ChatClientTest, keeps_its_lines_in_order) {
    world.answer = [](Place, const http::Request&) { return host::TransportFailure::Broken; };
    say("one");
    say("two");
    turn();
    pass(line_retry_after);
    world.answer = [](Place, const http::Request&) { return FakeWorld::ok("{}"); };
    turn();
    turn();
    ASSERT_EQ(world.requests.size(), 3U);
    EXPECT_NE(world.requests[2].body.find("two"), std::string::npos);
}

TEST_F(ChatClientTest, sees_lines_and_statuses) {
    say("hello");
    turn();
    world.push("/events", output_event(1, "Hi") +
                              chat_event(2, "handoverStatus", R"({"status":"queue","generation":1})"));
    client.absorb(world, seen);
    ASSERT_EQ(seen.events().size(), 2U);
    EXPECT_EQ(describe(seen.events()[0].seen), "customer.sees \"Hi\" (message m1, source bot)");
    EXPECT_EQ(describe(seen.events()[1].seen), "customer.status \"queue\" (generation 1)");
}

TEST_F(ChatClientTest, notices_events_that_are_left_out_or_come_twice) {
    say("hello");
    turn();
    world.push("/events", output_event(1, "a") + output_event(1, "a") + output_event(3, "c"));
    client.absorb(world, seen);
    EXPECT_EQ(client.take_broken_promises(),
              (std::vector<std::string>{"chat event 1 came twice, though it was not asked for again",
                                        "chat event 3 came after 1: events were left out"}));
}

TEST_F(ChatClientTest, a_reloaded_page_must_show_the_same_bytes) {
    say("hello");
    turn();
    world.push("/events", output_event(1, "a") + output_event(2, "b"));
    client.absorb(world, seen);
    client.reload(world.now());
    turn();
    EXPECT_EQ(client.replay_missing(), 2U);
    world.push("/events", output_event(1, "a"));
    client.absorb(world, seen);
    EXPECT_EQ(client.replay_missing(), 1U);
    world.push("/events", output_event(2, "changed"));
    client.absorb(world, seen);
    EXPECT_EQ(client.replay_missing(), 0U);
    EXPECT_EQ(client.take_broken_promises(),
              (std::vector<std::string>{"chat event 2 came again with other bytes"}));
    EXPECT_EQ(seen.events().size(), 2U) << "what comes again is not seen again";
}

TEST_F(ChatClientTest, repeats_the_last_line_with_its_message_id) {
    say("hello");
    turn();
    client.repeat();
    turn();
    ASSERT_EQ(world.requests.size(), 2U);
    EXPECT_EQ(world.requests[0].body, world.requests[1].body);
}

TEST_F(ChatClientTest, tells_what_was_written_once_and_what_was_acknowledged) {
    say("one");
    turn();
    client.repeat();
    turn();
    turn();
    std::vector<std::string> told;
    for (const invariants::Fact& fact : client.take_facts())
        told.push_back(invariants::describe({1, {}, fact}));
    ASSERT_EQ(told.size(), 3U);
    EXPECT_NE(told[0].find("writes \"one\""), std::string::npos);
    EXPECT_NE(told[1].find("acknowledges"), std::string::npos);
    EXPECT_NE(told[2].find("acknowledges"), std::string::npos);
}

}  // namespace
}  // namespace runner
