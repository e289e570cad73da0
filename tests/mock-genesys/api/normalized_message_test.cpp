#include "mock-genesys/api/normalized_message.h"

#include <gtest/gtest.h>

#include "foundation/json/json.h"
#include "mock-genesys/api/inbound_message.h"
#include "tests/mock-genesys/api/wire_fixture_testing.h"

namespace mock {
namespace {

const IntegrationId integration_id{"1f0c8f8e-3d3a-4a5c-9d39-6b3f5b0c0a01"};
const ConversationId conversation_id{"e1c70000-0000-4000-8000-000000000001"};

Integration chatbot() {
    Integration integration;
    integration.id = integration_id;
    integration.name = "chatbot";
    return integration;
}

Message inbound() {
    const auto decoded = decode_inbound_message(wire_fixture("inbound_message.request.json"));
    Message message;
    message.id = MessageId("5d4f0b8e0c1a4a0b9f4d6d3c2b1a0f9e");
    message.conversation = conversation_id;
    message.integration = integration_id;
    message.time = decoded->time;
    message.customer = decoded->from;
    message.provider_message_id = decoded->provider_message_id;
    message.custom_attributes = decoded->custom_attributes;
    message.text = decoded->text;
    message.content = decoded->content;
    message.metadata = decoded->metadata;
    return message;
}

Message outbound() {
    Message message;
    message.id = MessageId("a3c1f50000000000000000000000beef");
    message.conversation = conversation_id;
    message.integration = integration_id;
    message.direction = Direction::Outbound;
    message.status = MessageStatus::Queued;
    message.time = *base::parse_iso8601("2026-03-04T05:06:09.123Z");
    message.customer.id = "anna@example.org";
    message.customer.id_type = IdType::Email;
    message.text = "Grüße / \"Anna\" 👋\nline 2";
    return message;
}

TEST(NormalizedMessage, answers_an_inbound_message_byte_for_byte) {
    EXPECT_EQ(encode_inbound_reply(inbound(), ConversationIdInReply::Prefetched),
              wire_fixture("inbound_message.response.json"));
}

TEST(NormalizedMessage, tells_the_conversation_only_if_asked) {
    EXPECT_FALSE(encode_inbound_reply(inbound(), ConversationIdInReply::Omitted).contains("conversationId"));
}

TEST(NormalizedMessage, is_the_webhook_of_an_agent_s_text_byte_for_byte) {
    EXPECT_EQ(encode_webhook_text(outbound(), chatbot()), wire_fixture("webhook_text.json"));
}

TEST(NormalizedMessage, tells_a_flow_s_text_from_an_agent_s) {
    Message message = outbound();
    message.originating_entity = OriginatingEntity::Bot;
    EXPECT_TRUE(encode_webhook_text(message, chatbot()).contains(R"("originatingEntity":"Bot")"));
}

TEST(NormalizedMessage, is_a_published_receipt_with_the_id_of_the_inbound_message) {
    const auto receipt = json::parse(encode_published_receipt(inbound(), chatbot(), base::UtcTime{}));
    ASSERT_TRUE(receipt);
    EXPECT_EQ((*receipt)["type"], "Receipt");
    EXPECT_EQ((*receipt)["status"], "Published");
    EXPECT_EQ((*receipt)["id"], "5d4f0b8e0c1a4a0b9f4d6d3c2b1a0f9e");
    EXPECT_EQ((*receipt)["direction"], "Inbound");
}

TEST(MessageData, has_the_addresses_of_its_direction) {
    const auto in = *json::parse(encode_message_data(inbound(), chatbot(), MessageForm::WithText));
    EXPECT_EQ(in["direction"], "inbound");
    EXPECT_EQ(in["fromAddress"], "anna@example.org");
    EXPECT_EQ(in["toAddress"], integration_id.text());
    EXPECT_EQ(in["textBody"], "Hello");
    EXPECT_EQ(in["status"], "received");
    EXPECT_EQ(in["media"].size(), 1U);
    EXPECT_EQ(in["normalizedMessage"]["direction"], "Inbound");
    const auto out = *json::parse(encode_message_data(outbound(), chatbot(), MessageForm::WithText));
    EXPECT_EQ(out["direction"], "outbound");
    EXPECT_EQ(out["toAddress"], "anna@example.org");
    EXPECT_EQ(out["status"], "queued");
    EXPECT_EQ(out["normalizedMessage"]["originatingEntity"], "Human");
}

TEST(MessageData, drops_the_deprecated_keys_when_normalized) {
    const auto data = *json::parse(encode_message_data(inbound(), chatbot(), MessageForm::Normalized));
    EXPECT_FALSE(data.contains("textBody"));
    EXPECT_FALSE(data.contains("media"));
    EXPECT_EQ(data["normalizedMessage"]["text"], "Hello");
}

}  // namespace
}  // namespace mock
