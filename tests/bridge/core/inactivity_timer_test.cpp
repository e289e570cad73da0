#include "bridge/core/inactivity_timer.h"

#include <gtest/gtest.h>

namespace bridge {
namespace {

using namespace std::chrono_literals;

base::Now at(base::Duration since) {
    return {base::TimePoint{} + since,
            base::UtcTime{} + std::chrono::duration_cast<std::chrono::milliseconds>(since)};
}

TEST(InactivityTimer, does_not_run_without_a_duration) {
    InactivityTimer timer;
    timer.start(0s, at(5s));
    EXPECT_EQ(timer.due(), std::nullopt);
    EXPECT_EQ(timer.reading(), InactivityTimer::Reading{});
}

TEST(InactivityTimer, counts_expiries_in_a_row_until_it_begins_anew) {
    InactivityTimer timer;
    timer.start(60s, at(0s));
    EXPECT_EQ(timer.due(), at(60s).monotonic);
    EXPECT_EQ(timer.expire(at(60s)), 1U);
    EXPECT_EQ(timer.due(), at(120s).monotonic);
    EXPECT_EQ(timer.expire(at(120s)), 2U);
    timer.start(60s, at(130s));
    EXPECT_EQ(timer.due(), at(190s).monotonic);
    EXPECT_EQ(timer.expire(at(190s)), 1U);
}

TEST(InactivityTimer, goes_on_after_a_restart_by_the_calendar) {
    InactivityTimer before;
    before.start(60s, at(0s));
    before.expire(at(60s));
    InactivityTimer after;
    const base::Now restarted{base::TimePoint{} + 7s, at(100s).utc};
    after.resume(60s, before.reading(), restarted);
    EXPECT_EQ(after.due(), base::TimePoint{} + 27s);
    EXPECT_EQ(after.expire(restarted), 2U);
}

TEST(InactivityTimer, is_due_at_once_when_its_time_was_over_meanwhile) {
    InactivityTimer timer;
    timer.resume(60s, {at(10s).utc, 1}, at(500s));
    EXPECT_EQ(timer.due(), at(500s).monotonic);
}

TEST(InactivityTimer, rests_but_keeps_its_count) {
    InactivityTimer timer;
    timer.start(60s, at(0s));
    timer.expire(at(60s));
    timer.rest();
    EXPECT_EQ(timer.due(), std::nullopt);
    EXPECT_EQ(timer.reading(), (InactivityTimer::Reading{std::nullopt, 1}));
}

}  // namespace
}  // namespace bridge
