#include "bridge/core/outbox.h"

#include <gtest/gtest.h>

#include "bridge/core/backoff.h"

namespace bridge {
namespace {

using namespace std::chrono_literals;

class OutboxTest : public ::testing::Test {
  protected:
    void push(std::uint64_t number) {
        outbox.push({.number = number, .id = MessageId("m" + std::to_string(number)), .text = "text"});
    }
    bool retries(SendFailure failure) {
        return std::holds_alternative<Outbox::Retry>(outbox.failed(failure, now, random));
    }

    Outbox outbox;
    base::Random random{1};
    base::TimePoint now{100s};
};

TEST_F(OutboxTest, has_one_line_in_flight_at_a_time_in_order) {
    push(1);
    push(2);
    EXPECT_EQ(outbox.due(now)->number, 1U);
    EXPECT_EQ(outbox.start(), 1U);
    EXPECT_EQ(outbox.due(now), nullptr);
    EXPECT_EQ(outbox.next_due(), std::nullopt);
    EXPECT_TRUE(outbox.awaits(1));
    EXPECT_FALSE(outbox.awaits(2));
    EXPECT_EQ(outbox.sent().number, 1U);
    EXPECT_EQ(outbox.due(now)->number, 2U);
}

TEST_F(OutboxTest, keeps_the_line_as_it_is_on_every_attempt) {
    push(1);
    const OutgoingLine ref_line = *outbox.due(now);
    for (unsigned i = 1; i < attempts_max; ++i) {
        outbox.start();
        ASSERT_TRUE(retries(SendFailure::Temporary));
        EXPECT_EQ(outbox.due(now), nullptr);
        now = *outbox.next_due();
        ASSERT_EQ(*outbox.due(now), ref_line);
    }
    outbox.start();
    EXPECT_FALSE(retries(SendFailure::Temporary));
    EXPECT_TRUE(outbox.is_empty());
}

TEST_F(OutboxTest, starts_the_next_line_without_the_failures_of_the_last) {
    push(1);
    push(2);
    outbox.start();
    retries(SendFailure::Temporary);
    EXPECT_EQ(outbox.due(now), nullptr);
    outbox.start();
    outbox.sent();
    EXPECT_NE(outbox.due(now), nullptr);
}

TEST_F(OutboxTest, buries_a_refused_line_and_goes_on) {
    push(1);
    push(2);
    outbox.start();
    const auto verdict = outbox.failed(SendFailure::Permanent, now, random);
    EXPECT_EQ(std::get<Outbox::DeadLetter>(verdict).line.number, 1U);
    EXPECT_EQ(outbox.due(now)->number, 2U);
}

TEST_F(OutboxTest, does_not_count_being_throttled) {
    push(1);
    for (unsigned i = 0; i < 10 * attempts_max; ++i) {
        outbox.start();
        ASSERT_TRUE(retries(SendFailure::Throttled));
        ASSERT_NE(outbox.due(now), nullptr);
    }
}

TEST_F(OutboxTest, tries_once_more_with_a_new_token) {
    push(1);
    outbox.start();
    EXPECT_TRUE(retries(SendFailure::Unauthorised));
    EXPECT_NE(outbox.due(now), nullptr);
    outbox.start();
    EXPECT_FALSE(retries(SendFailure::Unauthorised));
}

TEST_F(OutboxTest, gives_every_line_its_own_second_token) {
    push(1);
    push(2);
    outbox.start();
    retries(SendFailure::Unauthorised);
    outbox.start();
    outbox.sent();
    outbox.start();
    EXPECT_TRUE(retries(SendFailure::Unauthorised));
}

TEST_F(OutboxTest, is_full_at_its_bound) {
    for (std::uint64_t i = 1; i <= outbox_lines_max; ++i) {
        EXPECT_FALSE(outbox.is_full());
        push(i);
    }
    EXPECT_TRUE(outbox.is_full());
    EXPECT_DEATH(push(999), "asked whether the outbox is full");
}

TEST_F(OutboxTest, gives_back_the_lines_of_a_handover_that_are_not_in_flight) {
    push(1);
    push(2);
    outbox.push({.number = 3, .generation = 8});
    outbox.start();
    const auto given_back = outbox.abandon(0);
    ASSERT_EQ(given_back.size(), 1U);
    EXPECT_EQ(given_back[0].number, 2U);
    EXPECT_TRUE(outbox.is_in_flight());
    EXPECT_TRUE(outbox.awaits(1));
    outbox.sent();
    EXPECT_EQ(outbox.due(base::TimePoint{})->number, 3U);
    EXPECT_TRUE(outbox.abandon(0).empty());
}

TEST_F(OutboxTest, forgets_the_failures_of_a_line_that_is_given_back) {
    push(1);
    outbox.start();
    outbox.failed(SendFailure::Temporary, base::TimePoint{}, random);
    EXPECT_EQ(outbox.abandon(0).size(), 1U);
    EXPECT_TRUE(outbox.is_empty());
    push(2);
    EXPECT_EQ(outbox.due(base::TimePoint{})->number, 2U);
}

}  // namespace
}  // namespace bridge
