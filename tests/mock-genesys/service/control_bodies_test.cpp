#include "mock-genesys/service/control_bodies.h"

#include <gtest/gtest.h>

namespace mock {
namespace {

using namespace std::chrono_literals;

TEST(ControlBodies, read_every_kind_of_fault) {
    const auto answer = decode_fault(R"({"webhook":{"first":2,"answer":503}})");
    ASSERT_TRUE(answer);
    EXPECT_TRUE(std::holds_alternative<WebhookTarget>(answer->target));
    EXPECT_EQ(std::get<Answer>(answer->what).status, 503);
    EXPECT_EQ(answer->first, 2U);
    const auto delay = decode_fault(R"({"operation":"POST /oauth/token","delay":"12s"})");
    ASSERT_TRUE(delay);
    EXPECT_EQ(std::get<OperationTarget>(delay->target).pattern, "/oauth/token");
    EXPECT_EQ(std::get<Delay>(delay->what).by, 12s);
    EXPECT_EQ(delay->first, 1U);
    EXPECT_TRUE(std::holds_alternative<LoseRequest>(decode_fault(R"({"webhook":{"lose":"request"}})")->what));
    EXPECT_TRUE(
        std::holds_alternative<LoseResponse>(decode_fault(R"({"webhook":{"lose":"response"}})")->what));
}

TEST(ControlBodies, refuse_malformed_faults) {
    for (const std::string_view body :
         {"", "{}", "[]", "{", R"({"webhook":1})", R"({"webhook":{}})", R"({"webhook":{"answer":"503"}})",
          R"({"webhook":{"answer":99}})", R"({"webhook":{"answer":503,"lose":"request"}})",
          R"({"webhook":{"lose":"everything"}})", R"({"webhook":{"delay":5}})",
          R"({"webhook":{"answer":503,"first":0}})", R"({"webhook":{"answer":503,"frist":1}})",
          R"({"operation":"POST /oauth/token","answer":200})",
          R"({"operation":"PATCH /api/v2/conversations/messages/{conversationId}","answer":503})"})
        EXPECT_FALSE(decode_fault(body)) << body;
}

TEST(ControlBodies, read_agent_commands) {
    EXPECT_FALSE(decode_agent_command(AgentCommandKind::Choose, "")->conversation);
    EXPECT_EQ(decode_agent_command(AgentCommandKind::Choose, R"({"conversationId":"c"})")->conversation,
              ConversationId("c"));
    EXPECT_EQ(decode_agent_command(AgentCommandKind::Say, R"({"text":"hi"})")->text, "hi");
    EXPECT_EQ(decode_agent_command(AgentCommandKind::WrapUp, R"({"code":"Resolved"})")->code, "Resolved");
}

TEST(ControlBodies, name_a_mistyped_key) {
    const auto command = decode_agent_command(AgentCommandKind::Say, R"({"txet":"hi"})");
    ASSERT_FALSE(command);
    EXPECT_EQ(command.error().message, "unknown key 'txet'; allowed here: text, attachment, conversationId");
}

TEST(ControlBodies, limit_an_agent_s_text_in_characters_not_bytes) {
    std::string text;
    for (std::size_t i = 0; i < agent_text_characters_max; ++i) text += "ü";
    EXPECT_TRUE(decode_agent_command(AgentCommandKind::Say, R"({"text":")" + text + R"("})"));
    EXPECT_FALSE(decode_agent_command(AgentCommandKind::Say, R"({"text":")" + text + R"(x"})"));
}

TEST(ControlBodies, read_a_webhook_change) {
    const auto change = decode_webhook_change(R"({"url":"http://127.0.0.1:1/x"})");
    ASSERT_TRUE(change);
    EXPECT_FALSE(change->secret);
    EXPECT_FALSE(decode_webhook_change(R"({"secret":"x"})"));
    EXPECT_FALSE(decode_webhook_change(R"({"url":"http://127.0.0.1/","secret":""})"));
}

}  // namespace
}  // namespace mock
