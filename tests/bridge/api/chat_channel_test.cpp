#include "bridge/api/chat_channel.h"

#include <gtest/gtest.h>

namespace bridge {
namespace {

std::expected<ChatMessage, ApiError> decode_chat_message(std::string_view body) {
    const auto input = decode_chat_input(body);
    if (!input) return std::unexpected(input.error());
    return std::get<ChatMessage>(*input);
}

TEST(ChatMessage, is_read_with_and_without_its_optional_parts) {
    const auto whole = decode_chat_message(
        R"({"userId":"anna@example.org","text":"hi","messageId":"m1","profile":{"firstName":"Anna","lastName":"Berg"},"new":[]})");
    ASSERT_TRUE(whole);
    EXPECT_EQ(whole->user_id, "anna@example.org");
    EXPECT_EQ(whole->id, MessageId("m1"));
    EXPECT_EQ(whole->names, (SenderNames{"Anna", "Berg"}));
    const auto least = decode_chat_message(R"({"userId":"u","text":"hi","profile":{"firstName":7}})");
    ASSERT_TRUE(least);
    EXPECT_TRUE(least->id.empty());
    EXPECT_EQ(least->names, SenderNames{});
}

TEST(ChatMessage, bounds_names_and_texts) {
    const std::string long_name(chat_name_bytes_max + 1, 'n');
    const auto refused =
        decode_chat_message(R"({"userId":"u","text":"hi","profile":{"lastName":")" + long_name + R"("}})");
    EXPECT_EQ(refused.error().code, "profile.too.long");
    const std::string longest(chat_text_bytes_max, 't');
    EXPECT_TRUE(decode_chat_message(R"({"userId":"u","text":")" + longest + R"("})"));
    EXPECT_EQ(decode_chat_message(R"({"userId":"u","text":")" + longest + R"(t"})").error().status, 413);
}

TEST(ChatPresence, is_an_event_in_the_data_of_a_message) {
    const auto body = [](std::string_view type) {
        return R"({"userId":"u","text":"","data":{"_cognigy":{"event":{"type":")" + std::string(type) +
               R"("}}}})";
    };
    const auto left = decode_chat_input(body("user-disconnected"));
    EXPECT_EQ(std::get<ChatPresence>(*left).presence, Presence::Disconnected);
    EXPECT_EQ(std::get<ChatPresence>(*left).user_id, "u");
    EXPECT_EQ(std::get<ChatPresence>(*decode_chat_input(body("user-connected"))).presence,
              Presence::Connected);
    EXPECT_EQ(decode_chat_input(body("user-dancing")).error().code, "event.unknown");
    EXPECT_EQ(decode_chat_input(R"({"userId":"u","data":{}})").error().code, "text.missing");
}

TEST(ValidId, has_no_slash_blank_or_control_character) {
    EXPECT_TRUE(is_valid_id("a-_.:@+~Z9"));
    for (const std::string_view text : {"", "a/b", "a b", "a\n", "\xC3\xA4", "a%"})
        EXPECT_FALSE(is_valid_id(text)) << text;
    EXPECT_TRUE(is_valid_id(std::string(chat_id_characters_max, 'x')));
    EXPECT_FALSE(is_valid_id(std::string(chat_id_characters_max + 1, 'x')));
}

TEST(Cursor, of_the_header_goes_before_the_query) {
    const auto cursor = [](std::string target, http::Headers headers) {
        return requested_cursor({"GET", std::move(target), std::move(headers), ""});
    };
    EXPECT_EQ(cursor("/e?after=3", {{"last-event-id", "7"}}), 7U);
    EXPECT_EQ(cursor("/e?after=3", {}), 3U);
    EXPECT_EQ(cursor("/e", {}), 0U);
    for (const char* bad : {"x", "-1", "1.5", "", "99999999999999999999"})
        EXPECT_EQ(cursor("/e", {{"Last-Event-ID", bad}}), std::nullopt) << bad;
}

TEST(Answers, have_the_documented_bodies) {
    EXPECT_EQ(message_accepted(MessageId("m")).body, R"({"messageId":"m"})");
    const auto error = error_response({404, "session.unknown", "no such \"session\""});
    EXPECT_EQ(error.status, 404);
    EXPECT_EQ(error.body, R"({"error":{"code":"session.unknown","message":"no such \"session\""}})");
    EXPECT_EQ(error.headers.get("Content-Type"), "application/json");
    EXPECT_EQ(event_stream_headers().get("Content-Type"), "text/event-stream");
}

TEST(EventFrame, is_one_server_sent_event) {
    EXPECT_EQ(event_frame({9, 4, Output{MessageId("m"), Source::Agent, "two\nlines"}}),
              "id: 4\nevent: output\ndata: "
              "{\"text\":\"two\\nlines\",\"source\":\"agent\",\"messageId\":\"m\"}\n\n");
    EXPECT_EQ(event_frame({9, 4, Output{MessageId("m"), Source::Bot, "t", {"Cancel"}}}),
              "id: 4\nevent: output\ndata: "
              "{\"text\":\"t\",\"source\":\"bot\",\"messageId\":\"m\",\"quickReplies\":[\"Cancel\"]}\n\n");
    EXPECT_EQ(event_frame({9, 5, StatusChange{HandoverStatus::Completed, 2}}),
              "id: 5\nevent: handoverStatus\ndata: {\"status\":\"completed\",\"generation\":2}\n\n");
}

TEST(EventFrameDeathTest, of_a_customers_line_is_a_broken_contract) {
    EXPECT_DEATH(event_frame({1, 0, CustomerLine{MessageId("m"), "x"}}), "only events have a frame");
}

}  // namespace
}  // namespace bridge
