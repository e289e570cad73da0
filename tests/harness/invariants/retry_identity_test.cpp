#include <gtest/gtest.h>

#include "tests/harness/invariants/facts_testing.h"

namespace invariants {
namespace {

ApiCalled inbound(const std::string& message, const std::string& body) {
    return {"1/1", ApiCalled::Kind::Inbound, "t", message, body};
}

TEST(RetryIdentity, holds_for_the_same_bytes_and_for_other_messages) {
    Showing showing(retry_identity());
    showing.see(inbound("m1", "a")).see(inbound("m1", "a")).see(inbound("m2", "b"));
    EXPECT_EQ(showing.see(WebhookPosted{"g1", "x", "s"}).see(WebhookPosted{"g1", "x", "s"}).broken(), "");
}

TEST(RetryIdentity, fails_for_a_message_that_is_sent_again_with_other_bytes) {
    Showing showing(retry_identity());
    EXPECT_EQ(showing.see(inbound("m1", "a")).see(inbound("m1", "b")).broken(),
              "message m1 was sent again with other bytes");
    EXPECT_EQ(showing.story().size(), 2U);
}

TEST(RetryIdentity, fails_for_a_webhook_that_is_repeated_with_other_bytes) {
    Showing showing(retry_identity());
    EXPECT_EQ(showing.see(WebhookPosted{"g1", "x", "s"}).see(WebhookPosted{"g1", "y", "s"}).broken(),
              "webhook g1 was sent again with other bytes");
}

}  // namespace
}  // namespace invariants
