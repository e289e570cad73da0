#include "harness/sim/clock.h"

#include <gtest/gtest.h>

namespace sim {
namespace {

using namespace std::chrono_literals;

TEST(Clock, begins_on_a_monday_morning) {
    EXPECT_EQ(base::to_iso8601(Clock().utc()), "2026-01-05T09:00:00.000Z");
}

TEST(Clock, moves_both_kinds_of_time_together) {
    Clock clock;
    clock.advance_to(base::TimePoint{1500ms});
    EXPECT_EQ(clock.elapsed(), 1500ms);
    EXPECT_EQ(base::to_iso8601(clock.utc()), "2026-01-05T09:00:01.500Z");
}

TEST(Clock, jumps_the_calendar_without_moving_monotonic_time) {
    Clock clock;
    clock.jump_utc(-2h);
    EXPECT_EQ(clock.elapsed(), 0s);
    EXPECT_EQ(base::to_iso8601(clock.utc()), "2026-01-05T07:00:00.000Z");
}

TEST(ClockDeathTest, refuses_to_go_back) {
    Clock clock;
    clock.advance_to(base::TimePoint{2s});
    EXPECT_DEATH(clock.advance_to(base::TimePoint{1s}), "virtual time goes forward only");
}

}  // namespace
}  // namespace sim
