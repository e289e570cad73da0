#include "mock-genesys/api/inbound_message.h"

#include <gtest/gtest.h>

#include "foundation/base/random.h"
#include "tests/mock-genesys/api/wire_fixture_testing.h"

namespace mock {
namespace {

// The smallest accepted message with one part replaced.
std::string message(const std::string& channel_rest, const std::string& rest) {
    return R"({"channel":{)" + channel_rest + "}" + rest + "}";
}
const std::string from = R"("from":{"id":"a","idType":"Opaque"})";
const std::string time = R"("time":"2026-03-04T05:06:07Z")";
const std::string text = R"(,"text":"hi")";

TEST(InboundMessage, is_decoded_completely) {
    const auto inbound = decode_inbound_message(wire_fixture("inbound_message.request.json"));
    ASSERT_TRUE(inbound);
    EXPECT_EQ(inbound->from.id, "anna@example.org");
    EXPECT_EQ(inbound->from.id_type, IdType::Email);
    EXPECT_EQ(inbound->from.first_name, "Anna");
    EXPECT_EQ(base::to_iso8601(inbound->time), "2026-03-04T05:06:07.890Z");
    EXPECT_EQ(inbound->provider_message_id, "ext-000123");
    EXPECT_EQ(inbound->custom_attributes, (Attributes{{"orderId", "42"}}));
    EXPECT_EQ(inbound->metadata, (Attributes{{"source", "app"}}));
    ASSERT_EQ(inbound->content.size(), 1U);
    EXPECT_EQ(inbound->content[0].media_type, MediaType::Image);
    EXPECT_EQ(inbound->content[0].text, "caption");
}

struct Refused {
    std::string body;
    std::string code;
};

TEST(InboundMessage, is_refused_with_the_vendor_s_codes) {
    const std::vector<Refused> table{
        {"", "bad.request"},
        {"{", "bad.request"},
        {"[]", "bad.request"},
        {"null", "bad.request"},
        {"\xff", "bad.request"},
        {R"({"text":"hi"})", "bad.request"},
        {R"({"channel":"x","text":"hi"})", "bad.request"},
        {message(from, text), "missing.open.channel.date"},
        {message(from + R"(,"time":null)", text), "missing.open.channel.date"},
        {message(from + R"(,"time":"yesterday")", text), "invalid.date"},
        {message(from + R"(,"time":1700000000)", text), "invalid.date"},
        {message(time, text), "bad.request"},
        {message(R"("from":{"idType":"Email"},)" + time, text), "bad.request"},
        {message(R"("from":{"id":"","idType":"Email"},)" + time, text), "bad.request"},
        {message(R"("from":{"id":"a"},)" + time, text), "bad.request"},
        {message(R"("from":{"id":7,"idType":"Email"},)" + time, text), "bad.request"},
        {message(R"("from":{"id":"a","idType":"Pigeon"},)" + time, text), "invalid.value"},
        {message(R"("from":{"id":"a","idType":"Email","nickname":{}},)" + time, text), "bad.request"},
        {message(from + "," + time + R"(,"messageId":1)", text), "bad.request"},
        {message(from + "," + time, ""), "bad.request"},
        {message(from + "," + time, R"(,"text":null,"content":[])"), "bad.request"},
        {message(from + "," + time, R"(,"text":1)"), "bad.request"},
        {message(from + "," + time, R"(,"text":"a","metadata":{"customAttributes":{"a":"b"}})"),
         "bad.request"},
        {message(from + "," + time, R"(,"text":"a","metadata":[])"), "bad.request"},
        {message(from + "," + time + R"(,"metadata":{"customAttributes":{"a":1}})", text), "bad.request"},
        {message(from + "," + time + R"(,"metadata":"x")", text), "bad.request"},
        {message(from + "," + time, R"(,"content":{})"), "bad.request"},
        {message(from + "," + time, R"(,"content":["x"])"), "bad.request"},
        {message(from + "," + time, R"(,"content":[{}])"), "bad.request"},
        {message(from + "," + time, R"(,"content":[{"attachment":{"mediaType":"Image","url":"u"}}])"),
         "bad.request"},
        {message(from + "," + time,
                 R"(,"content":[{"attachment":{"mediaType":"Smell","url":"u","mime":"m"}}])"),
         "invalid.value"},
    };
    for (const Refused& refused : table) {
        const auto inbound = decode_inbound_message(refused.body);
        ASSERT_FALSE(inbound) << refused.body;
        EXPECT_EQ(inbound.error().code, refused.code) << refused.body;
        EXPECT_EQ(inbound.error().status, 400);
    }
}

TEST(InboundMessage, without_text_and_content_is_told_so_in_the_validator_s_words) {
    EXPECT_EQ(
        decode_inbound_message(message(from + "," + time, "")).error().message,
        "should have required property 'content', should have required property '.text', should match some "
        "schema in anyOf");
}

TEST(InboundMessage, names_the_allowed_values_of_an_enumeration) {
    const auto inbound =
        decode_inbound_message(message(R"("from":{"id":"a","idType":"Pigeon"},)" + time, text));
    EXPECT_TRUE(inbound.error().message.starts_with("Value [Pigeon] is not valid for field type ["));
    EXPECT_TRUE(inbound.error().message.ends_with("Allowable values are: Email, Phone, Opaque"));
}

TEST(InboundMessage, accepts_what_connectors_in_the_field_send) {
    for (
        const std::string& body :
        {message(from + "," + time, text),
         message(R"("from":{"id":"a","idType":"PHONE"},"time":"2026-03-04T05:06:07.123456+00:00")", text),
         message(
             from + "," + time + R"(,"platform":"Open","type":"Private","to":{"id":"x"},"id":5)",
             text +
                 R"(,"id":"x","type":"Text","direction":"Inbound","conversationId":7,"unknown":{"deep":[1]})"),
         message(from + "," + time, R"(,"text":"")"),
         message(from + "," + time, R"(,"content":[{"contentType":"Attachment","attachment":)"
                                    R"({"mediaType":"file","url":"u","mime":"m"}}])")})
        EXPECT_TRUE(decode_inbound_message(body)) << body;
}

TEST(InboundMessage, survives_any_bytes) {
    base::Random random(7);
    const std::string good = wire_fixture("inbound_message.request.json");
    ASSERT_FALSE(good.empty());
    for (int i = 0; i < 3'000; ++i) {
        std::string body = good;
        for (std::uint64_t change = random.below(8) + 1; change > 0; --change)
            body[random.below(body.size())] = static_cast<char>(random.below(256));
        body.resize(random.below(4) == 0 ? random.below(body.size() + 1) : body.size());
        const auto inbound = decode_inbound_message(body);
        EXPECT_TRUE(inbound || inbound.error().status == 400) << body;
    }
}

}  // namespace
}  // namespace mock
