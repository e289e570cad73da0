#include "mock-genesys/api/legacy_inbound.h"

#include <gtest/gtest.h>

namespace mock {
namespace {

std::string code_of(const std::string& body) {
    const auto decoded = decode_legacy_envelope(body);
    return decoded ? "accepted" : decoded.error().code;
}

TEST(LegacyInbound, says_what_it_is_and_to_whom) {
    const auto envelope =
        decode_legacy_envelope(R"({"channel":{"to":{"id":"i1"},"from":{"id":"anna"}},"type":"Receipt"})");
    ASSERT_TRUE(envelope);
    EXPECT_EQ(envelope->kind, LegacyKind::Receipt);
    EXPECT_EQ(envelope->integration.text(), "i1");
    EXPECT_EQ(envelope->from, "anna");
}

TEST(LegacyInbound, is_refused_with_the_vendor_s_codes) {
    EXPECT_EQ(code_of("nothing"), "bad.request");
    EXPECT_EQ(code_of(R"({"type":"Text"})"), "bad.request");
    EXPECT_EQ(code_of(R"({"channel":{"to":{"id":"i1"}}})"), "bad.request");
    EXPECT_EQ(code_of(R"({"channel":{"to":{"id":"i1"}},"type":"Event"})"), "invalid.value");
    EXPECT_EQ(code_of(R"({"channel":{},"type":"Text"})"), "bad.request");
}

}  // namespace
}  // namespace mock
