#include <gtest/gtest.h>

#include "tests/harness/invariants/facts_testing.h"

namespace invariants {
namespace {

// A vector that many receivers publish, checked with OpenSSL on the command line.
const Rules rules{.webhook_secret = "It's a Secret to Everybody"};
WebhookPosted posted(const std::string& signature) { return {"g1", "Hello, World!", signature}; }
const std::string right = "sha256=dXEH6g6yUJ/CESIczphLijdXC211hsIsRvQ3nIsEPhc=";

TEST(SignaturePromise, holds_for_base64_over_the_bytes) {
    EXPECT_EQ(Showing(signature(rules)).see(posted(right)).broken(), "");
}

TEST(SignaturePromise, fails_for_any_other_signature) {
    EXPECT_EQ(Showing(signature(rules)).see(posted("")).broken(),
              "webhook g1 was sent with a wrong signature");
    EXPECT_NE(Showing(signature(rules)).see(posted(right.substr(7))).broken(), "");
    EXPECT_NE(Showing(signature(rules))
                  .see(posted("sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"))
                  .broken(),
              "");
}

TEST(SignaturePromise, a_forgery_is_taken_exactly_if_it_is_signed_rightly) {
    const auto broken = [](bool is_genuine, int status) {
        return Showing(signature(rules)).see(WebhookForged{"f", "x", is_genuine, status}).broken();
    };
    EXPECT_EQ(broken(true, 200), "");
    EXPECT_EQ(broken(false, 401), "");
    EXPECT_EQ(broken(false, 0), "");
    EXPECT_EQ(broken(false, 200), "a webhook with a wrong signature was taken");
    EXPECT_EQ(broken(true, 401), "a webhook with the right signature was refused");
}

TEST(SignaturePromise, is_not_judged_without_a_secret_or_when_the_mock_was_told_to_lie) {
    EXPECT_EQ(Showing(signature({})).see(posted("")).broken(), "");
    const FaultArmed lie{FaultArmed::On::Webhooks, 1, 0, false};
    EXPECT_EQ(Showing(signature(rules)).see(lie).see(posted("")).broken(), "");
}

}  // namespace
}  // namespace invariants
