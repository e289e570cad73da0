#include "harness/sim/event_queue.h"

#include <gtest/gtest.h>

#include <string>

namespace sim {
namespace {

using namespace std::chrono_literals;

base::TimePoint at(base::Duration time) { return base::TimePoint{time}; }

TEST(EventQueue, gives_the_earliest_event_first) {
    EventQueue<std::string> queue;
    queue.push(at(2s), "later");
    queue.push(at(1s), "sooner");
    EXPECT_EQ(queue.next_time(), at(1s));
    EXPECT_EQ(queue.pop(), "sooner");
    EXPECT_EQ(queue.pop(), "later");
    EXPECT_TRUE(queue.empty());
}

TEST(EventQueue, keeps_the_order_of_insertion_at_one_moment) {
    EventQueue<int> queue;
    for (int i = 0; i < 5; ++i) queue.push(at(1s), i);
    for (int i = 0; i < 5; ++i) EXPECT_EQ(queue.pop(), i);
}

TEST(EventQueue, cancels_an_event_once_and_only_before_it_happened) {
    EventQueue<int> queue;
    const auto first = queue.push(at(1s), 1);
    const auto second = queue.push(at(1s), 2);
    EXPECT_TRUE(queue.cancel(first));
    EXPECT_FALSE(queue.cancel(first));
    EXPECT_EQ(queue.size(), 1U);
    EXPECT_EQ(queue.pop(), 2);
    EXPECT_FALSE(queue.cancel(second));
}

TEST(EventQueueDeathTest, has_no_next_event_when_empty) {
    EXPECT_DEATH(EventQueue<int>().pop(), "an empty queue has no next event");
}

}  // namespace
}  // namespace sim
