#include "bridge/core/session_log.h"

#include <gtest/gtest.h>

namespace bridge {
namespace {

LogLine customer(const std::string& id) { return CustomerLine{MessageId(id), "text"}; }
LogLine bot(const std::string& id) { return Output{MessageId(id), Source::Bot, "text"}; }

TEST(SessionLog, gives_cursors_to_events_only) {
    SessionLog log;
    EXPECT_EQ(log.append(bot("a")).cursor, 1U);
    EXPECT_EQ(log.append(customer("b")).cursor, 1U);
    EXPECT_EQ(log.append(LateLine{MessageId("c"), "late"}).cursor, 1U);
    EXPECT_EQ(log.append(StatusChange{HandoverStatus::Queue, 1}).cursor, 2U);
    EXPECT_EQ(log.next_number(), 5U);
}

TEST(SessionLog, returns_the_events_behind_a_cursor) {
    SessionLog log;
    log.append(bot("a"));
    log.append(customer("b"));
    log.append(bot("c"));
    EXPECT_EQ(log.events_after(0).size(), 2U);
    ASSERT_EQ(log.events_after(1).size(), 1U);
    EXPECT_EQ(log.events_after(1)[0]->number, 3U);
    EXPECT_TRUE(log.events_after(2).empty());
    EXPECT_TRUE(log.events_after(99).empty());
}

TEST(SessionLog, knows_the_customers_messages) {
    SessionLog log;
    log.append(customer("m1"));
    log.append(bot("m2"));
    EXPECT_TRUE(log.has_customer_line(MessageId("m1")));
    EXPECT_FALSE(log.has_customer_line(MessageId("m2")));
}

TEST(SessionLog, forgets_the_oldest_and_numbers_on) {
    SessionLog log;
    for (const char* id : {"a", "b", "c"}) log.append(customer(id));
    EXPECT_EQ(log.trim(2), std::vector<std::uint64_t>{1});
    EXPECT_FALSE(log.has_customer_line(MessageId("a")));
    EXPECT_EQ(log.append(bot("d")).number, 4U);
    EXPECT_TRUE(log.trim().empty());
}

TEST(SessionLog, goes_on_where_the_stored_one_ended) {
    SessionLog log;
    log.append(bot("a"));
    log.append(customer("b"));
    SessionLog restored(std::vector<LogEntry>(log.entries().begin(), log.entries().end()));
    EXPECT_EQ(restored.entries(), log.entries());
    EXPECT_TRUE(restored.has_customer_line(MessageId("b")));
    EXPECT_EQ(restored.append(bot("c")), log.append(bot("c")));
}

}  // namespace
}  // namespace bridge
