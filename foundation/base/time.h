// The two kinds of time, as two types. Programs never read a clock: a driver samples it and hands over a Now.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace base {

using namespace std::chrono_literals;

using Duration = std::chrono::nanoseconds;

// Time since an arbitrary start; only differences mean anything. Not persistent across restarts.
struct MonotonicClock {
    using duration = Duration;
    using rep = duration::rep;
    using period = duration::period;
    using time_point = std::chrono::time_point<MonotonicClock>;
    static constexpr bool is_steady = true;
};
using TimePoint = MonotonicClock::time_point;

// Calendar time in UTC, to the millisecond, which is what the vendor's documents carry.
using UtcTime = std::chrono::sys_time<std::chrono::milliseconds>;

// One sample of both clocks, taken by a driver immediately before an input is handled.
struct Now {
    TimePoint monotonic;
    UtcTime utc;
};

// "2026-03-04T05:06:07.890Z": always three decimals, always Z.
std::string to_iso8601(UtcTime time);

// Accepts whole seconds or 1-9 decimals and "Z", "+hh:mm", "-hh:mm"; finer than milliseconds is cut off.
std::optional<UtcTime> parse_iso8601(std::string_view text);

// "250ms", "10s", "5m", "2h" as people write durations in files; nothing without a unit, nothing negative.
std::optional<Duration> parse_duration(std::string_view text);

// "15.010s": seconds with three decimals, for people.
std::string to_seconds_text(Duration duration);

}  // namespace base
