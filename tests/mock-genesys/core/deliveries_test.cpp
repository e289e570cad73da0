#include "mock-genesys/core/deliveries.h"

#include <gtest/gtest.h>

namespace mock {
namespace {

using namespace std::chrono_literals;

base::TimePoint at(base::Duration since_start) { return base::TimePoint(since_start); }

Delivery delivery(const std::string& message, const std::string& conversation = "c") {
    return {DeliveryKind::Message, MessageId(message), ConversationId(conversation), IntegrationId("i"),
            "body of " + message};
}

TEST(Deliveries, attempt_at_once_and_again_5_seconds_after_each_timeout_at_most_6_times) {
    Deliveries deliveries(WebhookOrder::PerConversation);
    deliveries.add(delivery("m"), at(0s));
    for (int attempt = 1; attempt <= attempts_max; ++attempt) {
        const auto begun = (attempt - 1) * (attempt_timeout + retry_gap);  // 0, 15, 30, 45, 60, 75 s
        EXPECT_EQ(deliveries.next_wakeup(), at(begun));
        EXPECT_FALSE(deliveries.take_due(at(begun - 1ms)));
        const auto due = deliveries.take_due(at(begun));
        ASSERT_TRUE(due);
        EXPECT_EQ(due->number, attempt);
        EXPECT_EQ(due->delivery->body, "body of m");
        const auto outcome =
            deliveries.finished(due->id, AttemptFailure::TimedOut, at(begun + attempt_timeout));
        EXPECT_EQ(outcome.verdict, attempt < attempts_max ? DeliveryVerdict::Retry : DeliveryVerdict::Failed);
    }
    EXPECT_FALSE(deliveries.next_wakeup());
    EXPECT_EQ(deliveries.size(), 0U);
}

DeliveryVerdict verdict_on(AttemptResult result) {
    Deliveries deliveries(WebhookOrder::PerConversation);
    deliveries.add(delivery("m"), at(0s));
    return deliveries.finished(deliveries.take_due(at(0s))->id, result, at(0s)).verdict;
}

TEST(Deliveries, are_delivered_by_any_2xx) {
    EXPECT_EQ(verdict_on(200), DeliveryVerdict::Delivered);
    EXPECT_EQ(verdict_on(204), DeliveryVerdict::Delivered);
    EXPECT_EQ(verdict_on(299), DeliveryVerdict::Delivered);
}

TEST(Deliveries, are_repeated_after_429_5xx_and_lost_connections_only) {
    for (const AttemptResult result :
         {AttemptResult(429), AttemptResult(500), AttemptResult(599), AttemptResult(AttemptFailure::Refused),
          AttemptResult(AttemptFailure::Broken)})
        EXPECT_EQ(verdict_on(result), DeliveryVerdict::Retry);
    for (const int status : {300, 302, 400, 401, 404, 408, 499, 600})
        EXPECT_EQ(verdict_on(status), DeliveryVerdict::Failed);
}

TEST(Deliveries, wait_for_the_one_before_in_their_conversation) {
    Deliveries deliveries(WebhookOrder::PerConversation);
    deliveries.add(delivery("m1"), at(0s));
    deliveries.add(delivery("m2"), at(0s));
    deliveries.add(delivery("other", "d"), at(0s));
    const auto first = deliveries.take_due(at(0s));
    EXPECT_EQ(first->delivery->message, MessageId("m1"));
    EXPECT_EQ(deliveries.take_due(at(0s))->delivery->message, MessageId("other"));
    EXPECT_FALSE(deliveries.take_due(at(100s)));
    deliveries.finished(first->id, 503, at(1s));
    EXPECT_EQ(deliveries.next_wakeup(), at(6s));
    const auto again = deliveries.take_due(at(6s));
    EXPECT_EQ(again->id, first->id);
    deliveries.finished(again->id, 400, at(7s));  // given up: the next may go
    EXPECT_EQ(deliveries.take_due(at(7s))->delivery->message, MessageId("m2"));
}

TEST(Deliveries, do_not_wait_when_concurrent) {
    Deliveries deliveries(WebhookOrder::Concurrent);
    deliveries.add(delivery("m1"), at(0s));
    deliveries.add(delivery("m2"), at(0s));
    EXPECT_TRUE(deliveries.take_due(at(0s)));
    EXPECT_TRUE(deliveries.take_due(at(0s)));
}

TEST(Deliveries, refuse_more_than_they_can_keep) {
    Deliveries deliveries(WebhookOrder::Concurrent);
    for (std::size_t i = 0; i < deliveries_max; ++i) ASSERT_TRUE(deliveries.add(delivery("m"), at(0s)));
    EXPECT_FALSE(deliveries.add(delivery("m"), at(0s)));
}

}  // namespace
}  // namespace mock
