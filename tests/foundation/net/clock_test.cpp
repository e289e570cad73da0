#include "foundation/net/clock.h"

#include <gtest/gtest.h>

namespace net {
namespace {

using namespace std::chrono_literals;

TEST(Clock, begins_at_zero_and_at_the_time_of_the_calendar) {
    const Clock clock(1);
    const auto now = clock.now();
    EXPECT_GE(now.monotonic, base::TimePoint{});
    EXPECT_LT(std::chrono::abs(std::chrono::system_clock::now() - now.utc), 1h);
}

TEST(Clock, never_goes_back_and_keeps_both_times_together) {
    const Clock clock(1000);
    base::Now before = clock.now();
    for (int i = 0; i < 1000; ++i) {
        const base::Now now = clock.now();
        ASSERT_GE(now.monotonic, before.monotonic);
        ASSERT_LE(std::chrono::abs((now.utc - before.utc) - (now.monotonic - before.monotonic)), 2ms);
        before = now;
    }
}

TEST(Clock, converts_virtual_moments_to_real_ones_never_too_early) {
    for (const double scale : {0.5, 1.0, 3.0, 100.0}) {
        const Clock clock(scale);
        const auto start = clock.real_time_of(base::TimePoint{});
        const auto passed = clock.real_time_of(base::TimePoint{90s}) - start;
        EXPECT_GE(passed * scale, 90s) << scale;
        EXPECT_LT(passed * scale, 90s + 1us) << scale;
    }
}

TEST(Clock, converts_virtual_durations_rounding_up) {
    EXPECT_EQ(Clock(1).real_duration(15s), 15s);
    EXPECT_EQ(Clock(100).real_duration(15s), 150ms);
    EXPECT_EQ(Clock(0.5).real_duration(15s), 30s);
    EXPECT_EQ(Clock(1000).real_duration(1us), 1ms);
    EXPECT_EQ(Clock(1).real_duration(base::Duration::max()), 24h * 365);
}

}  // namespace
}  // namespace net
