#include "bridge/api/signature.h"

#include <gtest/gtest.h>

#include "foundation/base/random.h"

namespace bridge {
namespace {

const std::string secret = "It's a Secret to Everybody";
const std::string body = "Hello, World!";
// GitHub documentation, "Validating webhook deliveries": the same secret and text, where the digest is
// written in hex.
const std::string hex_signature = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";

SignatureVerdict verdict(const std::string& header) {
    return check_signature(secret, {{"x-hub-signature-256", header}}, body);
}

TEST(Signature, is_the_base64_of_the_digest) {
    const std::string ref_signature = "sha256=dXEH6g6yUJ/CESIczphLijdXC211hsIsRvQ3nIsEPhc=";
    EXPECT_EQ(signature(secret, body), ref_signature);
    EXPECT_EQ(verdict(signature(secret, body)), SignatureVerdict::Valid);
}

TEST(Signature, takes_no_other_spelling) {
    const std::string good = signature(secret, body);
    for (const std::string& header :
         {hex_signature, good.substr(7), good + " ", good.substr(0, good.size() - 1),
          "SHA256=" + good.substr(7), std::string(), std::string("sha256=")})
        EXPECT_EQ(verdict(header), SignatureVerdict::Wrong) << header;
}

TEST(Signature, is_required_when_there_is_a_secret) {
    EXPECT_EQ(check_signature(secret, {}, body), SignatureVerdict::Missing);
    EXPECT_EQ(check_signature("", {}, body), SignatureVerdict::Unchecked);
}

TEST(Signature, covers_every_bit_of_body_and_secret) {
    base::Random random(1);
    const http::Headers headers{{"X-Hub-Signature-256", signature(secret, body)}};
    for (int run = 0; run < 500; ++run) {
        std::string other = random.below(2) == 0 ? body : secret;
        const bool is_body = other == body;
        const std::size_t at = random.below(other.size());
        other[at] = static_cast<char>(other[at] ^ (1 << random.below(7)));
        const auto result =
            is_body ? check_signature(secret, headers, other) : check_signature(other, headers, body);
        EXPECT_EQ(result, SignatureVerdict::Wrong);
    }
}

}  // namespace
}  // namespace bridge
