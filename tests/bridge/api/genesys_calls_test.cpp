#include "bridge/api/genesys_calls.h"

#include <gtest/gtest.h>

namespace bridge {
namespace {

using namespace std::chrono_literals;

const base::UtcTime time = *base::parse_iso8601("2026-03-04T05:06:07.890Z");

TEST(TokenRequest, is_a_form_with_basic_authorisation) {
    const auto request = token_request("id", "secret");
    EXPECT_EQ(request.method + " " + request.target, "POST /oauth/token");
    EXPECT_EQ(request.headers.get("Authorization"), "Basic aWQ6c2VjcmV0");
    EXPECT_EQ(request.headers.get("Content-Type"), "application/x-www-form-urlencoded");
    EXPECT_EQ(request.body, "grant_type=client_credentials");
}

TEST(MessageRequest, carries_everything_in_the_vendors_places) {
    const OutgoingLine line{.id = MessageId("m1"),
                            .text = "Hello \"you\"",
                            .time = time,
                            .sender = {"Anna", "Berg"},
                            .opens_handover = true,
                            .attributes = {{"queueId", "q"}, {"userId", "u"}}};
    const auto request = message_request("t", IntegrationId("int/1"), "anna", line);
    EXPECT_EQ(request.method, "POST");
    EXPECT_EQ(request.target,
              "/api/v2/conversations/messages/int%2F1/inbound/open/message?prefetchConversationId=true");
    EXPECT_EQ(request.headers.get("Authorization"), "Bearer t");
    EXPECT_EQ(
        request.body,
        R"({"channel":{"messageId":"m1","from":{"id":"anna","idType":"Opaque","nickname":"Anna Berg","firstName":"Anna",)"
        R"("lastName":"Berg"},"time":"2026-03-04T05:06:07.890Z","metadata":{"customAttributes":{"queueId":"q","userId":"u"}}},)"
        R"("text":"Hello \"you\""})");
}

TEST(MessageRequest, leaves_out_what_is_not_known) {
    const auto request =
        message_request("t", IntegrationId("i"), "anna", {.id = MessageId("m"), .text = "x", .time = time});
    EXPECT_EQ(request.body, R"({"channel":{"messageId":"m","from":{"id":"anna","idType":"Opaque"},)"
                            R"("time":"2026-03-04T05:06:07.890Z"},"text":"x"})");
}

TEST(MessageRequest, makes_a_nickname_of_one_name) {
    const OutgoingLine line{.id = MessageId("m"), .sender = {"", "Berg"}};
    EXPECT_TRUE(message_request("t", IntegrationId("i"), "a", line)
                    .body.contains(R"("nickname":"Berg","lastName":"Berg")"));
}

TEST(ReadRequests, name_page_and_conversation) {
    EXPECT_EQ(integrations_request("t", 3).target,
              "/api/v2/conversations/messaging/integrations/open?pageSize=100&pageNumber=3");
    EXPECT_EQ(conversation_request("t", ConversationId("c?")).target, "/api/v2/conversations/messages/c%3F");
}

TEST(DecodeToken, wants_a_token_and_its_life) {
    const auto grant =
        decode_token(R"({"access_token":"t-1","token_type":"bearer","expires_in":86399,"new":1})");
    ASSERT_TRUE(grant);
    EXPECT_EQ(grant->token, "t-1");
    EXPECT_EQ(grant->expires_in, 86'399s);
    for (const char* body :
         {"", "[]", "{}", R"({"access_token":"t"})", R"({"access_token":"","expires_in":5})",
          R"({"access_token":"t","expires_in":0})", R"({"access_token":"t","expires_in":"5"})",
          R"({"access_token":"t\r\nX: y","expires_in":5})"})
        EXPECT_FALSE(decode_token(body)) << body;
    EXPECT_EQ(decode_token(R"({"access_token":"t","expires_in":9223372036854775807})")->expires_in, 172'800s);
}

TEST(DecodeIntegrations, finds_names_and_whether_there_is_more) {
    const auto page = decode_integrations(
        R"({"entities":[{"id":"1","name":"a"},{"id":"2"},7,{"id":"3","name":"b"}],"pageNumber":1,"pageCount":2})");
    ASSERT_TRUE(page);
    ASSERT_EQ(page->integrations.size(), 2U);
    EXPECT_EQ(page->integrations[1].id, IntegrationId("3"));
    EXPECT_TRUE(page->has_next);
    EXPECT_TRUE(decode_integrations(R"({"entities":[],"nextUri":"/x"})")->has_next);
    EXPECT_FALSE(decode_integrations(R"({"entities":[],"pageNumber":2,"pageCount":2})")->has_next);
    EXPECT_FALSE(decode_integrations("{}"));
}

TEST(DecodeConversation, finds_who_is_there_and_what_agents_said) {
    const auto reading = decode_conversation(
        R"({"id":"c","participants":[{"purpose":"customer","state":"connected"},
            {"purpose":"agent","state":"disconnected","messages":[{"messageId":"m1"},{"x":1},{"messageId":"m2"}]},{}]})");
    ASSERT_TRUE(reading);
    ASSERT_EQ(reading->participants.size(), 3U);
    EXPECT_EQ(reading->participants[1].messages,
              (std::vector{GenesysMessageId("m1"), GenesysMessageId("m2")}));
    EXPECT_EQ(reading->participants[2].state, "");
    EXPECT_FALSE(decode_conversation("{}"));
    EXPECT_FALSE(decode_conversation("nonsense"));
}

TEST(DecodeSentMessageId, is_the_one_that_the_sender_gave) {
    EXPECT_EQ(decode_sent_message_id(R"({"id":"g","providerMessageId":"m"})"), MessageId("m"));
    EXPECT_EQ(decode_sent_message_id(R"({"normalizedMessage":{"channel":{"messageId":"m"}}})"),
              MessageId("m"));
    for (const char* other : {"", "[]", R"({"id":"g"})", R"({"normalizedMessage":{}})"})
        EXPECT_TRUE(decode_sent_message_id(other).empty()) << other;
}

TEST(StoredMessageRequest, names_conversation_and_message) {
    const auto request = stored_message_request("t", ConversationId("c/1"), GenesysMessageId("m"));
    EXPECT_EQ(request.method, "GET");
    EXPECT_EQ(request.target, "/api/v2/conversations/messages/c%2F1/messages/m");
    EXPECT_EQ(request.headers.get("Authorization"), "Bearer t");
}

TEST(DecodeConversationId, is_empty_where_it_is_not_told) {
    EXPECT_EQ(decode_conversation_id(R"({"id":"g","conversationId":"c"})"), ConversationId("c"));
    EXPECT_TRUE(decode_conversation_id(R"({"id":"g"})").empty());
    EXPECT_TRUE(decode_conversation_id("").empty());
}

TEST(RefusalReason, tells_the_code_but_never_the_message) {
    EXPECT_EQ(refusal_reason({403, {}, R"({"message":"taint","code":"missing.permissions"})"}),
              "403 missing.permissions");
    EXPECT_EQ(refusal_reason({401, {}, R"({"error":"invalid_client","description":"taint"})"}),
              "401 invalid_client");
    EXPECT_EQ(refusal_reason({502, {}, "<html>taint"}), "502");
    EXPECT_EQ(refusal_reason({400, {}, R"({"code":"taint with blanks"})"}), "400");
}

TEST(RetryAfter, is_seconds_within_reason) {
    const auto waited = [](http::Headers headers) { return retry_after({429, std::move(headers), ""}); };
    EXPECT_EQ(waited({{"Retry-After", "7"}}), 7s);
    EXPECT_EQ(waited({{"retry-after", "0"}}), 1s);
    EXPECT_EQ(waited({{"Retry-After", "99999"}}), 300s);
    EXPECT_EQ(waited({{"Retry-After", "Wed, 21 Oct 2026 07:28:00 GMT"}}), 5s);
    EXPECT_EQ(waited({{"Retry-After", "-3"}}), 5s);
    EXPECT_EQ(waited({}), 5s);
}

}  // namespace
}  // namespace bridge
