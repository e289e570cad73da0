#include "bridge/api/end_event.h"

#include <gtest/gtest.h>

namespace bridge {
namespace {

TEST(EndEvent, is_read_from_the_body_of_a_trigger) {
    const auto event = decode_end_event(
        R"({"userId":"anna","topic":"v2.detail.events.conversation.id.user.end","disconnectType":"TRANSFER"})");
    ASSERT_TRUE(event);
    EXPECT_EQ(event->address, "anna");
    EXPECT_TRUE(event->conversation.empty());
    EXPECT_TRUE(decode_end_event(R"({"userId":"anna","topic":"v2.detail.events.conversation.id.acw"})"));
}

TEST(EndEvent, is_read_from_the_envelope_of_the_event_bridge) {
    const auto event = decode_end_event(R"({"source":"aws.partner/genesys.com/cloud/org-1/suffix",
        "detail-type":"v2.detail.events.conversation.{id}.customer.end",
        "detail":{"topicName":"v2.detail.events.conversation.c-1.customer.end",
                  "eventBody":{"conversationId":"c-1","mediaType":"MESSAGE","messageType":"OPEN"}}})");
    ASSERT_TRUE(event);
    EXPECT_EQ(event->conversation, ConversationId("c-1"));
    EXPECT_EQ(event->organisation, "org-1");
    EXPECT_TRUE(event->is_of_open_messaging);
    const auto voice = decode_end_event(R"({"detail-type":"v2.detail.events.conversation.{id}.customer.end",
        "detail":{"eventBody":{"conversationId":"c-1","mediaType":"VOICE"}}})");
    ASSERT_TRUE(voice);
    EXPECT_FALSE(voice->is_of_open_messaging);
}

TEST(EndEvent, is_nothing_else) {
    for (const char* other :
         {"", "[]", "{}", R"({"userId":"anna","topic":"v2.detail.events.conversation.id.acd.start"})",
          R"({"topic":"v2.detail.events.conversation.id.acw"})", R"({"detail":{}})",
          R"({"type":"Text","text":"hi"})"})
        EXPECT_FALSE(decode_end_event(other)) << other;
}

TEST(EndEventKey, is_the_whole_header_and_never_empty) {
    EXPECT_TRUE(has_event_key("key", {{"authorization", "key"}}));
    EXPECT_FALSE(has_event_key("key", {{"Authorization", "key2"}}));
    EXPECT_FALSE(has_event_key("key", {}));
    EXPECT_FALSE(has_event_key("", {{"Authorization", ""}}));
}

}  // namespace
}  // namespace bridge
