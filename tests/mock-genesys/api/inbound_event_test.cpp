#include "mock-genesys/api/inbound_event.h"

#include <gtest/gtest.h>

#include "tests/mock-genesys/api/wire_fixture_testing.h"

namespace mock {
namespace {

const std::string channel =
    R"("channel":{"from":{"id":"anna@example.org","idType":"email"},"time":"2026-03-04T05:06:07Z"})";

std::string code_of(const std::string& body) {
    const auto decoded = decode_inbound_event(body);
    return decoded ? "accepted" : decoded.error().code;
}

TEST(InboundEvent, is_typing_and_nothing_else) {
    EXPECT_EQ(code_of("{" + channel + R"(,"events":[{"eventType":"Typing"}]})"), "accepted");
    EXPECT_EQ(code_of("{" + channel + R"(,"events":[{"eventType":"Presence"}]})"), "invalid.value");
}

TEST(InboundEvent, wants_its_parts) {
    EXPECT_EQ(code_of("{" + channel + "}"), "bad.request");
    EXPECT_EQ(code_of("{" + channel + R"(,"events":[]})"), "bad.request");
    EXPECT_EQ(code_of("{" + channel + R"(,"events":"Typing"})"), "bad.request");
    EXPECT_EQ(code_of("{" + channel + R"(,"events":[1]})"), "bad.request");
    EXPECT_EQ(code_of("{" + channel + R"(,"events":[{}]})"), "bad.request");
    EXPECT_EQ(code_of(R"({"events":[{"eventType":"Typing"}]})"), "bad.request");
    EXPECT_EQ(code_of("[]"), "bad.request");
    EXPECT_EQ(
        code_of(R"({"channel":{"from":{"id":"a","idType":"Email"}},"events":[{"eventType":"Typing"}]})"),
        "missing.open.channel.date");
}

TEST(InboundEvent, is_answered_byte_for_byte) {
    const auto event = decode_inbound_event(wire_fixture("inbound_event.request.json"));
    ASSERT_TRUE(event);
    Integration integration;
    integration.id = IntegrationId("1f0c8f8e-3d3a-4a5c-9d39-6b3f5b0c0a01");
    EXPECT_EQ(encode_event_reply(MessageId("5d4f0b8e0c1a4a0b9f4d6d3c2b1a0f9e"), *event, integration),
              wire_fixture("inbound_event.response.json"));
}

}  // namespace
}  // namespace mock
