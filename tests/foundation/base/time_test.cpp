#include "foundation/base/time.h"

#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

namespace {

using namespace std::chrono_literals;
using base::parse_duration;
using base::parse_iso8601;
using base::to_iso8601;

constexpr base::UtcTime noon{std::chrono::sys_days{std::chrono::year{2026} / 3 / 4} + 12h + 6min + 7s +
                             890ms};

TEST(Iso8601, prints_three_decimals_and_z) { EXPECT_EQ(to_iso8601(noon), "2026-03-04T12:06:07.890Z"); }

TEST(Iso8601, reads_every_precision_that_clients_send) {
    EXPECT_EQ(parse_iso8601("2026-03-04T12:06:07.890Z"), noon);
    EXPECT_EQ(parse_iso8601("2026-03-04T12:06:07.89Z"), noon);
    EXPECT_EQ(parse_iso8601("2026-03-04T12:06:07.890123Z"), noon);
    EXPECT_EQ(parse_iso8601("2026-03-04T12:06:07.890123456Z"), noon);
    EXPECT_EQ(parse_iso8601("2026-03-04T12:06:07Z"), noon - 890ms);
}

TEST(Iso8601, reads_offsets_from_utc) {
    EXPECT_EQ(parse_iso8601("2026-03-04T14:06:07.890+02:00"), noon);
    EXPECT_EQ(parse_iso8601("2026-03-04T09:36:07.890-02:30"), noon);
}

TEST(Iso8601, refuses_what_is_no_point_in_time) {
    for (const char* text :
         {"", "2026-03-04", "2026-03-04T12:06:07", "2026-13-04T12:06:07Z", "2026-02-30T12:06:07Z",
          "2026-03-04T24:06:07Z", "2026-03-04T12:60:07Z", "2026-03-04T12:06:07.Z",
          "2026-03-04T12:06:07.1234567890Z", "2026-03-04T12:06:07Zx", "2026-03-04 12:06:07Z",
          "2026-03-04T12:06:07+25:00", "-026-03-04T12:06:07Z", "2026-03-04T-1:06:07Z"})
        EXPECT_EQ(parse_iso8601(text), std::nullopt) << text;
}

RC_GTEST_PROP(Iso8601, reads_back_what_it_printed, ()) {
    constexpr std::int64_t year_9999_ms = 253'402'300'799'999;
    const base::UtcTime time{std::chrono::milliseconds{*rc::gen::inRange<std::int64_t>(0, year_9999_ms)}};
    RC_ASSERT(parse_iso8601(to_iso8601(time)) == time);
}

TEST(Duration, reads_the_units_people_write) {
    EXPECT_EQ(parse_duration("250ms"), 250ms);
    EXPECT_EQ(parse_duration("10s"), 10s);
    EXPECT_EQ(parse_duration("5m"), 5min);
    EXPECT_EQ(parse_duration("2h"), 2h);
    EXPECT_EQ(parse_duration("0s"), 0s);
}

TEST(Duration, needs_a_number_and_a_unit) {
    for (const char* text : {"", "10", "s", "-1s", "1.5s", "10 s", "10sec", "99999999999h"})
        EXPECT_EQ(parse_duration(text), std::nullopt) << text;
}

TEST(Duration, is_shown_in_seconds_with_three_decimals) {
    EXPECT_EQ(base::to_seconds_text(15'010ms), "15.010s");
    EXPECT_EQ(base::to_seconds_text(0s), "0.000s");
    EXPECT_EQ(base::to_seconds_text(-1'500ms), "-1.500s");
}

}  // namespace
