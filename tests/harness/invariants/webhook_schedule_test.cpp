#include <gtest/gtest.h>

#include "tests/harness/invariants/facts_testing.h"

namespace invariants {
namespace {

// Attempts with these outcomes, one second long each, and that pause between them.
std::string course(std::initializer_list<WebhookConcluded> outcomes, base::Duration pause = 5s) {
    Showing showing(webhook_schedule({}));
    std::int64_t attempt = 0;
    for (const WebhookConcluded& outcome : outcomes) {
        ++attempt;
        showing.see(WebhookAttempted{"g1", attempt}, pause);
        showing.see(WebhookConcluded{"g1", attempt, outcome.status, outcome.verdict});
    }
    return showing.broken();
}
const WebhookConcluded again{"", 0, 503, "retry"};
const WebhookConcluded given_up{"", 0, 503, "failed"};
const WebhookConcluded taken_well{"", 0, 200, "delivered"};

TEST(WebhookSchedule, holds_for_the_vendors_schedule) {
    EXPECT_EQ(course({taken_well}), "");
    EXPECT_EQ(course({again, {"", 0, 0, "retry"}, {"", 0, 429, "retry"}, taken_well}), "");
    EXPECT_EQ(course({again, again, again, again, again, given_up}), "");
    EXPECT_EQ(course({{"", 0, 400, "failed"}}), "");
}

TEST(WebhookSchedule, fails_for_a_repetition_that_comes_too_early) {
    EXPECT_EQ(course({again, taken_well}, 4s), "webhook g1 is repeated after 4.000s");
}

TEST(WebhookSchedule, fails_for_a_seventh_attempt) {
    EXPECT_EQ(course({again, again, again, again, again, again}), "webhook g1 should be failed");
    Showing showing(webhook_schedule({}));
    EXPECT_EQ(showing.see(WebhookAttempted{"g1", 7}).broken(), "webhook g1 has an attempt too many, 7");
}

TEST(WebhookSchedule, fails_for_a_repetition_of_what_is_settled) {
    EXPECT_EQ(course({taken_well, taken_well}), "webhook g1 is repeated though it is settled");
    EXPECT_EQ(course({{"", 0, 400, "retry"}}), "webhook g1 should be failed");
}

TEST(WebhookSchedule, fails_for_one_that_is_given_up_too_early) {
    EXPECT_EQ(course({again, given_up}), "webhook g1 should be retry");
}

TEST(WebhookSchedule, every_webhook_is_delivered_or_given_up_in_the_end) {
    Showing showing(webhook_schedule({}));
    EXPECT_EQ(showing.see(WebhookAttempted{"g1", 1}).missing(),
              "webhook g1 is neither delivered nor given up");
    EXPECT_EQ(showing.see(WebhookConcluded{"g1", 1, 200, "delivered"}).missing(), "");
}

}  // namespace
}  // namespace invariants
