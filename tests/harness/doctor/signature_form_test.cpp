#include "harness/doctor/signature_form.h"

#include <gtest/gtest.h>

namespace doctor {
namespace {

// HMAC-SHA256 of RFC 4231, test case 2.
constexpr std::string_view key = "Jefe";
constexpr std::string_view bytes = "what do ya want for nothing?";

std::string encoded(Encoding encoding) { return signature_of(bytes, key, {encoding, SignedBytes::AsSent}); }

TEST(SignatureForm, is_the_vendors_unless_told_otherwise) {
    EXPECT_EQ(signature_of(bytes, key, {}), "sha256=W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM=");
}

TEST(SignatureForm, knows_the_encodings_that_receivers_expect) {
    EXPECT_EQ(encoded(Encoding::HexPrefixed),
              "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    EXPECT_EQ(encoded(Encoding::HexBare), "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    EXPECT_EQ(encoded(Encoding::Base64Bare), "W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM=");
    EXPECT_EQ(encoded(Encoding::Unpadded), "sha256=W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM");
}

TEST(SignatureForm, writes_base64url_without_plus_and_slash) {
    for (int i = 0;; ++i) {
        const std::string body = std::to_string(i);
        if (!tells_encodings_apart(body, key)) continue;
        const std::string vendor = signature_of(body, key, {});
        const std::string url = signature_of(body, key, {Encoding::Base64Url, SignedBytes::AsSent});
        EXPECT_TRUE(vendor.contains('+') && vendor.contains('/'));
        EXPECT_TRUE(url.contains('-') && url.contains('_') && !url.contains('+') && !url.contains('/'));
        EXPECT_EQ(url.size(), vendor.size());
        return;
    }
}

TEST(SignatureForm, signs_what_other_serialisers_would_print) {
    const std::string body = R"({"b":1,"a":2})";
    const auto over = [&](SignedBytes form) { return signature_of(body, key, {Encoding::Vendor, form}); };
    EXPECT_EQ(over(SignedBytes::WithBlanks), signature_of(R"({"b": 1, "a": 2})", key, {}));
    EXPECT_EQ(over(SignedBytes::Indented), signature_of("{\n  \"b\": 1,\n  \"a\": 2\n}", key, {}));
    EXPECT_EQ(over(SignedBytes::Sorted), signature_of(R"({"a":2,"b":1})", key, {}));
}

TEST(SignatureForm, has_a_name_for_each_of_its_parts) {
    EXPECT_EQ(name_of(Encoding::HexBare), "hexadecimal without sha256=");
    EXPECT_EQ(name_of(SignedBytes::AsSent), "the body's bytes");
}

}  // namespace
}  // namespace doctor
