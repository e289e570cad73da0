#include "bridge/api/webhook.h"

#include <gtest/gtest.h>

#include "foundation/base/random.h"

namespace bridge {
namespace {

WebhookText text_of(std::string_view body) { return std::get<WebhookText>(*decode_webhook(body)); }
std::string kind_of(std::string_view body) { return std::get<WebhookOther>(*decode_webhook(body)).kind; }

constexpr std::string_view agent_line =
    R"({"id":"a3c1f5","channel":{"id":"int","platform":"Open","type":"Private","to":{"id":"anna","idType":"Opaque"},)"
    R"("from":{"nickname":"chatbot","id":"int","idType":"Opaque"},"time":"2026-03-04T05:06:09.123Z","messageId":"a3c1f5"},)"
    R"("type":"Text","text":"Hi Anna \ud83d\ude00","originatingEntity":"Human","direction":"Outbound","conversationId":"e1c7"})";

TEST(Webhook, reads_an_agents_line) {
    const WebhookText text = text_of(agent_line);
    EXPECT_EQ(text.id, GenesysMessageId("a3c1f5"));
    EXPECT_EQ(text.conversation, ConversationId("e1c7"));
    EXPECT_EQ(text.to, "anna");
    EXPECT_EQ(text.originator, Originator::Human);
    EXPECT_EQ(text.text, "Hi Anna \xF0\x9F\x98\x80");
}

TEST(Webhook, takes_everybody_but_a_human_for_the_flow) {
    EXPECT_EQ(text_of(R"({"id":"1","type":"Text","text":"x","originatingEntity":"Bot"})").originator,
              Originator::Flow);
    EXPECT_EQ(text_of(R"({"id":"1","type":"Text","text":"x"})").originator, Originator::Flow);
}

TEST(Webhook, does_without_what_old_captures_lack) {
    const WebhookText text =
        text_of(R"({"id":"1","type":"Text","text":"x","originatingEntity":"Human","channel":7})");
    EXPECT_TRUE(text.conversation.empty());
    EXPECT_EQ(text.to, "");
}

TEST(Webhook, makes_an_id_from_the_bytes_where_none_is_given) {
    const std::string_view body = R"({"type":"Text","text":"x"})";
    EXPECT_EQ(text_of(body).id, text_of(body).id);
    EXPECT_NE(text_of(body).id, text_of(R"({"type":"Text","text":"y"})").id);
    const std::string endless = R"({"id":")" + std::string(1000, 'x') + R"(","type":"Text","text":"x"})";
    EXPECT_LT(text_of(endless).id.text().size(), 100U);
}

TEST(Webhook, shows_attachments_as_their_address) {
    EXPECT_EQ(
        text_of(R"({"id":"1","type":"Text","text":"see","content":[{"contentType":"Attachment","attachment":
        {"url":"https://d/1","filename":"a.png"}},{"contentType":"Reaction"},{"attachment":{"url":"https://d/2"}}]})")
            .text,
        "see\n[a.png] https://d/1\n[attachment] https://d/2");
}

TEST(Webhook, passes_over_what_has_no_text) {
    EXPECT_EQ(kind_of(R"({"type":"Receipt","id":"1","status":"Published"})"), "Receipt");
    EXPECT_EQ(kind_of(R"({"type":"Event","events":[{"eventType":"Typing"}]})"), "Event");
    EXPECT_EQ(kind_of(R"({"type":"Structured","content":[]})"), "Structured");
    EXPECT_EQ(kind_of(R"({"type":"Text"})"), "Text");
    EXPECT_EQ(kind_of(R"({"type":"<script>","text":"x"})"), "other");
    EXPECT_EQ(kind_of("{}"), "other");
}

TEST(Webhook, refuses_what_is_no_object) {
    for (const std::string_view body : {"", "[]", "null", "\"x\"", "{", "{\"a\":\"\xff\"}"})
        EXPECT_FALSE(decode_webhook(body)) << body;
}

TEST(Webhook, survives_any_change_of_bytes) {
    base::Random random(2);
    for (int run = 0; run < 3000; ++run) {
        std::string body(agent_line);
        body[random.below(body.size())] = static_cast<char>(random.below(256));
        body.erase(random.below(body.size()), random.below(5));
        (void)decode_webhook(body).has_value();
    }
}

}  // namespace
}  // namespace bridge
