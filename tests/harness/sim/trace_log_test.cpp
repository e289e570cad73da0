#include "harness/sim/trace_log.h"

#include <gtest/gtest.h>

namespace sim {
namespace {

using namespace std::chrono_literals;

TEST(TraceLog, writes_seconds_with_microseconds_before_the_text) {
    TraceLog log(10);
    log.add(12'003'000us, "bridge wakes");
    EXPECT_EQ(log.lines().front(), "12.003000 bridge wakes");
}

TEST(TraceLog, keeps_each_happening_on_one_line) {
    TraceLog log(10);
    log.add(0s, "a\nb\r\x01\x7f");
    EXPECT_EQ(log.lines().front(), R"(0.000000 a\x0ab\x0d\x01\x7f)");
}

TEST(TraceLog, keeps_the_first_lines_and_hashes_all) {
    TraceLog shorter(1);
    TraceLog longer(10);
    for (const char* text : {"one", "two"}) {
        shorter.add(0s, text);
        longer.add(0s, text);
    }
    EXPECT_EQ(shorter.lines().size(), 1U);
    EXPECT_EQ(shorter.count(), 2U);
    EXPECT_EQ(shorter.hash(), longer.hash());
}

TEST(TraceLog, hashes_the_borders_of_lines_too) {
    TraceLog one(10);
    TraceLog two(10);
    one.add(0s, "ab");
    two.add(0s, "a");
    two.add(0s, "b");
    EXPECT_NE(one.hash(), two.hash());
}

TEST(TraceLog, names_an_event_and_its_fields) {
    EXPECT_EQ(text_of(host::Trace{"webhook.attempt", {{"attempt", "1"}, {"url", "http://b"}}}),
              "webhook.attempt attempt=1 url=http://b");
}

}  // namespace
}  // namespace sim
