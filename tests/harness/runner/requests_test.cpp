#include "harness/runner/requests.h"

#include <gtest/gtest.h>

namespace runner {
namespace {

TEST(Requests, escape_names_in_paths) {
    EXPECT_EQ(agent_request("ann b/c", "accept", "{}").target, "/_mock/agents/ann%20b%2Fc/accept");
    EXPECT_EQ(chat_events_target("to ken", "s"), "/chat/to%20ken/s/events");
}

TEST(Requests, leave_out_what_is_empty) {
    EXPECT_EQ(agent_body({}), "{}");
    EXPECT_EQ(agent_body({"Hi", "", "c"}), R"({"text":"Hi","conversationId":"c"})");
    EXPECT_FALSE(post("/x", "").headers.get("Content-Type"));
}

TEST(Requests, send_profile_names_when_there_are_any) {
    EXPECT_EQ(chat_request("t", "s", {"u", "Hi", "m", "Carla", std::nullopt}).body,
              R"({"userId":"u","text":"Hi","messageId":"m","profile":{"firstName":"Carla"}})");
}

TEST(Requests, tell_that_the_page_was_closed) {
    const http::Request request = presence_request("t", "s", "u", CustomerIs::Disconnected);
    EXPECT_EQ(request.target, "/chat/t/s/messages");
    EXPECT_EQ(request.body, R"({"userId":"u","data":{"_cognigy":{"event":{"type":"user-disconnected"}}}})");
}

TEST(Requests, judge_answers_as_a_chat_client_does) {
    EXPECT_TRUE(is_success(http::Response{204, {}, ""}));
    EXPECT_TRUE(is_worth_retrying(host::TransportFailure::Refused));
    EXPECT_TRUE(is_worth_retrying(http::Response{429, {}, ""}));
    EXPECT_TRUE(is_worth_retrying(http::Response{502, {}, ""}));
    EXPECT_FALSE(is_worth_retrying(http::Response{404, {}, ""}));
}

TEST(Requests, describe_both_error_shapes_and_no_answer) {
    EXPECT_EQ(describe(http::Response{409, {}, R"({"message":"no","code":"mock.x"})"}), "409 mock.x: no");
    EXPECT_EQ(describe(http::Response{404, {}, R"({"error":{"code":"session.unknown","message":"no"}})"}),
              "404 session.unknown: no");
    EXPECT_EQ(describe(http::Response{500, {}, "<html>"}), "500");
    EXPECT_EQ(describe(host::TransportFailure::TimedOut), "no answer: timed out");
    EXPECT_EQ(answer_code(http::Response{409, {}, R"({"code":"mock.x"})"}), "mock.x");
    EXPECT_EQ(answer_text(http::Response{200, {}, R"({"messageId":"m"})"}, "messageId"), "m");
}

}  // namespace
}  // namespace runner
