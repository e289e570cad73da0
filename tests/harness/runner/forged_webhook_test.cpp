#include "harness/runner/forged_webhook.h"

#include <gtest/gtest.h>

#include "foundation/crypto/base64.h"
#include "foundation/crypto/hmac.h"

namespace runner {
namespace {

using scenario::Signature;

http::Request forged(Signature signature) {
    return forge({.text = "T",
                  .signature = signature,
                  .message = "m",
                  .conversation = "c",
                  .integration = "i",
                  .address = "a",
                  .secret = "the secret"});
}
std::string header(const http::Request& request) {
    return std::string(request.headers.get("X-Hub-Signature-256").value_or(""));
}
std::string right_signature(const std::string& body) {
    return "sha256=" + crypto::encode_base64(crypto::HmacSha256("the secret").sign(body));
}

TEST(ForgedWebhook, is_right_only_when_it_is_said_to_be_valid) {
    const auto valid = forged(Signature::Valid);
    EXPECT_EQ(header(valid), right_signature(valid.body));
    for (const Signature signature : {Signature::Wrong, Signature::Missing, Signature::Hex,
                                      Signature::Truncated, Signature::Reserialised}) {
        const auto request = forged(signature);
        EXPECT_NE(header(request), right_signature(request.body));
    }
}

TEST(ForgedWebhook, differs_from_a_valid_one_in_what_its_kind_says) {
    const auto valid = forged(Signature::Valid);
    EXPECT_EQ(header(forged(Signature::Missing)), "");
    EXPECT_EQ(forged(Signature::Wrong).body, valid.body);
    EXPECT_EQ(header(forged(Signature::Reserialised)), header(valid));
    EXPECT_NE(forged(Signature::Reserialised).body, valid.body);
    EXPECT_TRUE(header(valid).starts_with(header(forged(Signature::Truncated))));
    EXPECT_EQ(header(forged(Signature::Hex)).size(), std::string("sha256=").size() + 64);
}

TEST(ForgedWebhook, has_the_shape_of_an_agents_line) {
    const std::string body = forged(Signature::Valid).body;
    EXPECT_TRUE(body.starts_with(
        R"({"id":"m","channel":{"id":"i","platform":"Open","type":"Private","to":{"id":"a")"))
        << body;
    EXPECT_TRUE(body.ends_with(
        R"("type":"Text","text":"T","originatingEntity":"Human","direction":"Outbound","conversationId":"c"})"));
}

}  // namespace
}  // namespace runner
