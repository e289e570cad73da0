#include "bridge/core/end_detector.h"

#include <gtest/gtest.h>

namespace bridge {
namespace {

using namespace std::chrono_literals;
using Verdict = EndDetector::Verdict;

class EndDetectorTest : public ::testing::Test {
  protected:
    static ConversationReading conversation(const std::string& customer, const std::string& agent,
                                            std::vector<GenesysMessageId> lines = {}) {
        return {
            {{"customer", customer, {}}, {"workflow", "terminated", {}}, {"agent", agent, std::move(lines)}}};
    }
    Verdict read(const ConversationReading& reading, bool lines_waiting = false) {
        detector.reading();
        return detector.read(reading, delivered, lines_waiting, now);
    }
    void wait(std::chrono::seconds time) {
        now.monotonic += time;
        now.utc += time;
    }

    base::Now now{base::TimePoint{} + 10s, base::UtcTime{1000s}};
    Dedupe delivered;
    EndDetector detector{5s};
    GenesysMessageId line{"line"};
};

TEST_F(EndDetectorTest, reads_every_interval_but_one_at_a_time) {
    EXPECT_EQ(detector.next_poll(), std::nullopt);
    detector.watch(now.monotonic);
    EXPECT_EQ(detector.next_poll(), now.monotonic + 5s);
    detector.reading();
    EXPECT_EQ(detector.next_poll(), std::nullopt);
    detector.unreadable(now.monotonic + 7s);
    EXPECT_EQ(detector.next_poll(), now.monotonic + 12s);
}

TEST_F(EndDetectorTest, sees_the_end_when_everybody_has_left) {
    EXPECT_EQ(read(conversation("connected", "alerting")), Verdict::Live);
    EXPECT_EQ(read(conversation("connected", "disconnected")), Verdict::Live);  // declined or transferred
    EXPECT_EQ(read(conversation("disconnected", "terminated")), Verdict::Over);
}

TEST_F(EndDetectorTest, concludes_nothing_from_an_empty_conversation) { EXPECT_EQ(read({}), Verdict::Live); }

TEST_F(EndDetectorTest, waits_for_the_lines_that_were_not_delivered) {
    EXPECT_EQ(read(conversation("disconnected", "disconnected", {line})), Verdict::Waiting);
    EXPECT_FALSE(detector.delivered(GenesysMessageId("another")));
    EXPECT_TRUE(detector.delivered(line));
    EXPECT_FALSE(detector.delivered(line));
}

TEST_F(EndDetectorTest, does_not_wait_for_what_was_delivered_or_is_not_the_agents) {
    delivered.remember(line, now.utc);
    EXPECT_EQ(read(conversation("disconnected", "disconnected", {line})), Verdict::Over);
    EXPECT_EQ(read({{{"customer", "disconnected", {GenesysMessageId("inbound")}}}}), Verdict::Over);
}

TEST_F(EndDetectorTest, waits_as_long_as_genesys_may_repeat_it_and_no_longer) {
    read(conversation("disconnected", "disconnected", {line}));
    EXPECT_EQ(detector.gives_up_at(), now.monotonic + 90s);
    wait(89s);
    EXPECT_EQ(read(conversation("disconnected", "disconnected", {line})), Verdict::Waiting);
    wait(1s);
    EXPECT_EQ(read(conversation("disconnected", "disconnected", {line})), Verdict::Over);
}

TEST_F(EndDetectorTest, is_not_moved_by_the_calendar) {
    read(conversation("disconnected", "disconnected", {line}));
    now.utc += 1h;
    EXPECT_EQ(read(conversation("disconnected", "disconnected", {line})), Verdict::Waiting);
}

TEST_F(EndDetectorTest, disbelieves_a_reading_that_a_line_of_the_customer_overtook) {
    detector.reading();
    detector.line_sent();
    EXPECT_EQ(detector.read(conversation("disconnected", "disconnected"), delivered, false, now),
              Verdict::Unsure);
    EXPECT_EQ(read(conversation("disconnected", "disconnected"), true), Verdict::Unsure);
    EXPECT_EQ(read(conversation("disconnected", "disconnected")), Verdict::Over);
}

TEST_F(EndDetectorTest, forgets_an_end_that_was_none) {
    read(conversation("disconnected", "disconnected", {line}));
    detector.line_sent();
    EXPECT_EQ(detector.gives_up_at(), std::nullopt);
    read(conversation("disconnected", "disconnected", {line}));
    EXPECT_EQ(read(conversation("connected", "connected", {line})), Verdict::Live);
    EXPECT_EQ(detector.ended_at(), std::nullopt);
    EXPECT_FALSE(detector.delivered(line));
}

TEST_F(EndDetectorTest, takes_an_unknown_conversation_for_an_end_only_when_it_stays_unknown) {
    const auto read_unknown = [&] {
        detector.reading();
        return detector.read_unknown(false, now);
    };
    EXPECT_EQ(read_unknown(), Verdict::Unsure);
    EXPECT_EQ(read_unknown(), Verdict::Unsure);
    EXPECT_EQ(read(conversation("connected", "connected")), Verdict::Live);
    EXPECT_EQ(read_unknown(), Verdict::Unsure);
    EXPECT_EQ(read_unknown(), Verdict::Unsure);
    EXPECT_EQ(read_unknown(), Verdict::Over);
}

TEST_F(EndDetectorTest, goes_on_waiting_after_a_restart) {
    detector.resume(now, now.utc - 60s);
    EXPECT_EQ(detector.next_poll(), now.monotonic);
    EXPECT_EQ(detector.gives_up_at(), now.monotonic + 30s);
    detector.resume(now, now.utc + 1h);  // the calendar was set back meanwhile
    EXPECT_EQ(detector.gives_up_at(), now.monotonic + 90s);
    detector.stop();
    EXPECT_FALSE(detector.is_watching());
    EXPECT_EQ(detector.gives_up_at(), std::nullopt);
}

TEST_F(EndDetectorTest, looks_at_once_and_again_ten_seconds_after_somebody_has_left) {
    EndDetector seldom(60s);
    seldom.look_now(now.monotonic);
    EXPECT_FALSE(seldom.is_watching());
    seldom.watch(now.monotonic);
    seldom.look_now(now.monotonic);
    EXPECT_EQ(seldom.next_poll(), now.monotonic);
    const auto look = [&] {
        seldom.reading();
        return seldom.read(conversation("connected", "connected"), delivered, false, now);
    };
    EXPECT_EQ(look(), Verdict::Live);
    EXPECT_EQ(seldom.next_poll(), now.monotonic + 10s);
    wait(10s);
    look();
    EXPECT_EQ(seldom.next_poll(), now.monotonic + 60s);
}

}  // namespace
}  // namespace bridge
