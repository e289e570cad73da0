#include "foundation/crypto/hmac.h"

#include <gtest/gtest.h>

#include <string>

#include "foundation/crypto/base64.h"

namespace {

using crypto::encode_base64;
using crypto::HmacSha256;

std::string hex(const crypto::Digest& digest) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const std::uint8_t byte : digest) text += {digits[byte >> 4U], digits[byte & 15U]};
    return text;
}

TEST(HmacSha256, matches_the_vector_published_for_webhook_signatures) {
    HmacSha256 mac("It's a Secret to Everybody");
    EXPECT_EQ(encode_base64(mac.sign("Hello, World!")), "dXEH6g6yUJ/CESIczphLijdXC211hsIsRvQ3nIsEPhc=");
}

TEST(HmacSha256, matches_rfc_4231) {
    EXPECT_EQ(hex(HmacSha256(std::string(20, '\x0b')).sign("Hi There")),
              "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    EXPECT_EQ(hex(HmacSha256("Jefe").sign("what do ya want for nothing?")),
              "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    EXPECT_EQ(hex(HmacSha256(std::string(131, '\xaa'))
                      .sign("Test Using Larger Than Block-Size Key - Hash Key First")),
              "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

TEST(HmacSha256, signs_many_messages_with_one_key) {
    HmacSha256 mac("Jefe");
    const crypto::Digest first = mac.sign("one");
    EXPECT_NE(mac.sign("two"), first);
    EXPECT_EQ(mac.sign("one"), first);
}

TEST(HmacSha256, takes_an_empty_key_and_an_empty_message) {
    EXPECT_EQ(hex(HmacSha256("").sign("")),
              "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad");
}

}  // namespace
