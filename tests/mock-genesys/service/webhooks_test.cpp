#include "mock-genesys/service/webhooks.h"

#include <gtest/gtest.h>

namespace mock {
namespace {

using namespace std::chrono_literals;

base::TimePoint at(base::Duration since_start) { return base::TimePoint(since_start); }

class WebhooksTest : public ::testing::Test {
  protected:
    WebhooksTest() {
        Integration& integration = organisation_.integrations.emplace_back();
        integration.id = IntegrationId("i1");
        integration.webhook_url = "http://127.0.0.1:9/in?x=1";
        integration.webhook_secret = "It's a Secret to Everybody";
        webhooks_.add({DeliveryKind::Message, MessageId("m1"), ConversationId("c1"), IntegrationId("i1"),
                       "Hello, World!"},
                      at(0s));
    }
    Organisation organisation_;
    Webhooks webhooks_{organisation_};
};

TEST_F(WebhooksTest, call_the_integration_with_a_signature) {
    const auto attempt = webhooks_.take_due(at(0s));
    ASSERT_TRUE(attempt);
    EXPECT_EQ(attempt->call.origin, "http://127.0.0.1:9");
    EXPECT_EQ(attempt->call.request.target, "/in?x=1");
    EXPECT_EQ(attempt->call.request.body, "Hello, World!");
    EXPECT_EQ(attempt->call.request.headers.get("X-Hub-Signature-256"),
              "sha256=dXEH6g6yUJ/CESIczphLijdXC211hsIsRvQ3nIsEPhc=");
    EXPECT_EQ(encode_event(attempt->event),
              R"({"messageId":"m1","conversationId":"c1","attempt":1,"url":"http://127.0.0.1:9/in?x=1"})");
}

TEST_F(WebhooksTest, tell_how_an_attempt_ended) {
    const auto first = webhooks_.take_due(at(0s));
    const auto retried = webhooks_.finished({first->call.id, host::TransportFailure::TimedOut}, at(10s));
    EXPECT_EQ(
        encode_event(retried.event),
        R"({"messageId":"m1","conversationId":"c1","attempt":1,"failure":"timed out","verdict":"retry"})");
    const auto second = webhooks_.take_due(at(15s));
    EXPECT_NE(second->call.id, first->call.id);
    EXPECT_EQ(second->call.request, first->call.request);
    const auto failed = webhooks_.finished({second->call.id, http::Response{401, {}, {}}}, at(15s));
    EXPECT_EQ(encode_event(failed.event),
              R"({"messageId":"m1","conversationId":"c1","attempt":2,"status":401,"verdict":"failed"})");
    EXPECT_EQ(failed.failure, "answered 401");
    EXPECT_EQ(failed.message, MessageId("m1"));
}

TEST_F(WebhooksTest, have_no_failure_to_tell_when_delivered) {
    const auto attempt = webhooks_.take_due(at(0s));
    const auto outcome = webhooks_.finished({attempt->call.id, http::Response{200, {}, {}}}, at(1s));
    EXPECT_EQ(outcome.verdict, DeliveryVerdict::Delivered);
    EXPECT_TRUE(outcome.failure.empty());
    EXPECT_FALSE(webhooks_.next_wakeup());
}

TEST_F(WebhooksTest, follow_an_integration_that_moves) {
    const auto first = webhooks_.take_due(at(0s));
    webhooks_.finished({first->call.id, host::TransportFailure::Refused}, at(0s));
    organisation_.integrations[0].webhook_url = "http://127.0.0.1:10/in";
    EXPECT_EQ(webhooks_.take_due(at(5s))->call.origin, "http://127.0.0.1:10");
}

}  // namespace
}  // namespace mock
