#include "mock-genesys/api/structured_response.h"

#include <gtest/gtest.h>

#include "tests/mock-genesys/api/wire_fixture_testing.h"

namespace mock {
namespace {

std::string with_button(const std::string& rest) {
    return R"({"channel":{"from":{"id":"a","idType":"Opaque"},"time":"2026-03-04T05:06:07Z"})" + rest + "}";
}

std::string code_of(const std::string& rest) {
    const auto decoded = decode_structured_response(with_button(rest));
    return decoded ? "accepted" : decoded.error().code;
}

TEST(StructuredResponse, is_decoded_completely) {
    const auto response = decode_structured_response(wire_fixture("structured_response.request.json"));
    ASSERT_TRUE(response);
    EXPECT_EQ(response->button, (ButtonResponse{ButtonKind::QuickReply, "Yes", "yes"}));
    EXPECT_EQ(response->from.id, "anna@example.org");
    EXPECT_FALSE(response->text);
}

TEST(StructuredResponse, is_refused_with_the_vendor_s_codes) {
    EXPECT_EQ(code_of(""), "bad.request");
    EXPECT_EQ(code_of(R"(,"buttonResponse":7)"), "bad.request");
    EXPECT_EQ(code_of(R"(,"buttonResponse":{"text":"x","payload":"x"})"), "bad.request");
    EXPECT_EQ(code_of(R"(,"buttonResponse":{"type":"Lever","text":"x","payload":"x"})"), "invalid.value");
    EXPECT_EQ(code_of(R"(,"buttonResponse":{"type":"Button","text":"x"})"), "bad.request");
    EXPECT_EQ(code_of(R"(,"buttonResponse":{"type":"Button","text":1,"payload":"x"})"), "bad.request");
    EXPECT_EQ(code_of(R"(,"buttonResponse":{"type":"Button","text":"x","payload":"x"})"), "bad.request");
    EXPECT_EQ(
        code_of(R"(,"buttonResponse":{"type":"Button","text":"x","payload":"x"},"originatingMessageId":"m")"),
        "accepted");
    EXPECT_EQ(decode_structured_response("[]").error().code, "bad.request");
}

}  // namespace
}  // namespace mock
