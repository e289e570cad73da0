#include "harness/doctor/exchange.h"

#include <gtest/gtest.h>

namespace doctor {
namespace {

using host::TransportFailure;

Answer with_status(int status) { return {http::Response{status, {}, ""}, {}}; }

TEST(Exchange, counts_2xx_as_delivered_as_the_vendor_does) {
    EXPECT_TRUE(is_accepted(with_status(200)));
    EXPECT_TRUE(is_accepted(with_status(299)));
    EXPECT_FALSE(is_accepted(with_status(300)));
    EXPECT_FALSE(is_accepted({TransportFailure::TimedOut, {}}));
    EXPECT_FALSE(is_accepted({NotAsked{}, {}}));
}

TEST(Exchange, tells_a_decision_from_a_failure) {
    EXPECT_TRUE(is_declined(with_status(302)));
    EXPECT_TRUE(is_declined(with_status(401)));
    EXPECT_FALSE(is_declined(with_status(500)));
    EXPECT_TRUE(is_crash(with_status(500)));
    EXPECT_TRUE(is_crash({TransportFailure::Broken, {}}));
    EXPECT_FALSE(is_crash({TransportFailure::TimedOut, {}}));
    EXPECT_FALSE(is_crash(with_status(401)));
}

TEST(Exchange, describes_every_outcome_for_people) {
    EXPECT_EQ(describe(with_status(401)), "401");
    EXPECT_EQ(describe(Answer{TransportFailure::Refused, {}}), "connection refused");
    EXPECT_EQ(describe(Answer{TransportFailure::Broken, {}}), "connection closed without an answer");
    EXPECT_EQ(describe(Answer{TransportFailure::TimedOut, std::chrono::seconds{11}}),
              "no answer within 11.000s");
    EXPECT_EQ(describe(Answer{NotAsked{}, {}}), "not sent");
    EXPECT_EQ(describe({{"no signature", with_status(200)}, {"empty", with_status(500)}}),
              "no signature: 200, empty: 500");
}

}  // namespace
}  // namespace doctor
