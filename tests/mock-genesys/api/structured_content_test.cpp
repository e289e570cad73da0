#include "mock-genesys/api/structured_content.h"

#include <gtest/gtest.h>

#include "mock-genesys/api/normalized_message.h"
#include "tests/mock-genesys/api/wire_fixture_testing.h"

namespace mock {
namespace {

const base::UtcTime time = *base::parse_iso8601("2026-03-04T05:06:09.123Z");

Message flow_message() {
    Message message;
    message.id = MessageId("a3c1f50000000000000000000000beef");
    message.conversation = ConversationId("e1c70000-0000-4000-8000-000000000001");
    message.integration = IntegrationId("1f0c8f8e-3d3a-4a5c-9d39-6b3f5b0c0a01");
    message.direction = Direction::Outbound;
    message.originating_entity = OriginatingEntity::Bot;
    message.time = time;
    message.customer.id = "anna@example.org";
    message.customer.id_type = IdType::Email;
    return message;
}
Integration chatbot() {
    Integration integration;
    integration.id = IntegrationId("1f0c8f8e-3d3a-4a5c-9d39-6b3f5b0c0a01");
    integration.name = "chatbot";
    return integration;
}
Card shoes(const std::string& title) {
    Card card;
    card.title = title;
    card.description = "Size 42";
    card.image = "https://cdn.example.org/shoe.png";
    card.default_action =
        CardAction{CardAction::Kind::Link, "Look", std::nullopt, "https://shop.example.org/1"};
    card.actions.push_back({CardAction::Kind::Postback, "Buy", "buy-1", std::nullopt});
    return card;
}

TEST(StructuredContent, quick_replies_are_the_captured_bytes) {
    Message message = flow_message();
    message.text = "Is it urgent?";
    message.structured = {QuickReply{"Yes", "yes", {}},
                          QuickReply{"Nö", "no", "https://cdn.example.org/no.png"}};
    EXPECT_EQ(encode_webhook_text(message, chatbot()), wire_fixture("webhook_quick_replies.json"));
}

TEST(StructuredContent, a_card_has_the_definition_s_keys_in_its_order) {
    Message message = flow_message();
    message.structured = {shoes("Shoe")};
    EXPECT_EQ(encode_webhook_text(message, chatbot()), wire_fixture("webhook_card.json"));
}

TEST(StructuredContent, a_carousel_has_cards_and_no_text) {
    Message message = flow_message();
    message.structured = {Carousel{{shoes("Left"), shoes("Right")}}};
    EXPECT_EQ(encode_webhook_text(message, chatbot()), wire_fixture("webhook_carousel.json"));
}

TEST(StructuredContent, a_date_picker_counts_in_seconds) {
    Message message = flow_message();
    message.structured = {DatePicker{"When?", "Half an hour each", {{std::chrono::minutes(30), time}}}};
    EXPECT_EQ(encode_webhook_text(message, chatbot()), wire_fixture("webhook_date_picker.json"));
}

TEST(StructuredContent, a_template_is_a_notification) {
    Message message = flow_message();
    message.structured = {
        Template{"t-1", "en", "Your order", "Hello {{name}}", {{"name", "Anna"}}, "Example Insurance"}};
    EXPECT_EQ(encode_webhook_text(message, chatbot()), wire_fixture("webhook_template.json"));
}

TEST(StructuredContent, an_attachment_alone_is_a_text_without_text) {
    Message message = flow_message();
    message.originating_entity = OriginatingEntity::Human;
    Attachment picture;
    picture.id = "p1";
    picture.media_type = MediaType::Image;
    picture.url = "https://api-downloads.mypurecloud.de/api/v2/downloads/abc";
    picture.mime = "image/png";
    picture.filename = "a.png";
    picture.size_bytes = 1234;
    message.content = {picture};
    EXPECT_EQ(encode_webhook_text(message, chatbot()), wire_fixture("webhook_attachment.json"));
}

TEST(StructuredContent, typing_is_an_event_of_nobody) {
    EXPECT_EQ(encode_webhook_typing(flow_message(), chatbot()), wire_fixture("webhook_typing.json"));
}

}  // namespace
}  // namespace mock
