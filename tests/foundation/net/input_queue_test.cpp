#include "foundation/net/input_queue.h"

#include <gtest/gtest.h>

#include <thread>

#include "tests/foundation/net/raw_client_testing.h"

namespace net {
namespace {

InputQueue::Item closed(std::uint64_t id) { return host::StreamClosed{host::RequestId{id}}; }
std::uint64_t id_of(const InputQueue::Item& item) { return std::get<host::StreamClosed>(item).id.value; }
RealTime in(base::Duration duration) { return std::chrono::steady_clock::now() + duration; }

// A queue whose own thread has let go, as it is when a program waits for its first request.
struct FreeQueue : InputQueue {
    FreeQueue() { release(std::nullopt); }
};

TEST(InputQueue, gives_everything_in_order) {
    InputQueue queue;
    queue.push(closed(1));
    queue.push(closed(2));
    const auto items = queue.take_all();
    ASSERT_EQ(items.size(), 2U);
    EXPECT_EQ(id_of(items[0]), 1U);
    EXPECT_EQ(id_of(items[1]), 2U);
    EXPECT_TRUE(queue.take_all().empty());
}

TEST(InputQueue, is_held_by_the_engines_own_thread_at_first) {
    InputQueue queue;
    EXPECT_FALSE(queue.push_and_hold(closed(1)));
    queue.release(std::nullopt);
    EXPECT_TRUE(queue.wait_and_hold());
    EXPECT_EQ(queue.take_all().size(), 1U);
}

TEST(InputQueue, lets_one_visitor_hold_a_free_engine) {
    FreeQueue queue;
    EXPECT_TRUE(queue.push_and_hold(closed(1)));
    EXPECT_FALSE(queue.push_and_hold(closed(2)));
    EXPECT_EQ(queue.take_all().size(), 2U);
    EXPECT_TRUE(queue.release_when_empty(std::nullopt));
    EXPECT_TRUE(queue.push_and_hold(closed(3)));
}

TEST(InputQueue, keeps_its_holder_while_something_has_come) {
    FreeQueue queue;
    ASSERT_TRUE(queue.push_and_hold(closed(1)));
    EXPECT_FALSE(queue.release_when_empty(std::nullopt));
    EXPECT_FALSE(queue.push_and_hold(closed(2))) << "it is still held";
}

TEST(InputQueue, wakes_the_own_thread_when_the_time_is_due) {
    FreeQueue queue;
    ASSERT_TRUE(queue.push_and_hold(closed(1)));
    queue.take_all();
    ASSERT_TRUE(queue.release_when_empty(in(std::chrono::milliseconds(1))));
    EXPECT_TRUE(queue.wait_and_hold());
    EXPECT_TRUE(queue.take_all().empty());
}

TEST(InputQueue, wakes_the_own_thread_earlier_when_a_visitor_leaves_an_earlier_time) {
    InputQueue queue;
    queue.release(in(std::chrono::hours(1)));
    std::thread own([&] { EXPECT_TRUE(queue.wait_and_hold()); });
    while (!queue.push_and_hold(closed(1)));
    queue.take_all();
    EXPECT_TRUE(queue.release_when_empty(in(std::chrono::milliseconds(1))));
    own.join();
}

TEST(InputQueue, wakes_the_own_thread_for_what_another_thread_pushes) {
    FreeQueue queue;
    std::thread other([&] { queue.push(closed(7)); });
    EXPECT_TRUE(queue.wait_and_hold());
    other.join();
    const auto items = queue.take_all();
    ASSERT_EQ(items.size(), 1U);
    EXPECT_EQ(id_of(items[0]), 7U);
}

TEST(InputQueue, wakes_the_own_thread_for_what_a_visitor_leaves_behind) {
    FreeQueue queue;
    ASSERT_TRUE(queue.push_and_hold(closed(1)));
    std::thread own([&] {
        EXPECT_TRUE(queue.wait_and_hold());
        EXPECT_EQ(queue.take_all().size(), 1U);
    });
    queue.release(std::nullopt);
    own.join();
}

// Takes what is queued until nothing is left; counts it in a number that only the holder may touch.
void work_off(InputQueue& queue, std::size_t& taken) {
    do taken += queue.take_all().size();
    while (!queue.release_when_empty(std::nullopt));
}

TEST(InputQueue, loses_nothing_and_has_one_holder_between_many_threads) {
    constexpr std::size_t threads = 4;
    constexpr std::uint64_t each = 5000;
    FreeQueue queue;
    std::size_t taken = 0;  // deliberately without a lock: holding the engine is the lock
    std::thread own([&] {
        while (queue.wait_and_hold()) work_off(queue, taken);
    });
    std::vector<std::thread> visitors;
    for (std::size_t i = 0; i < threads; ++i)
        visitors.emplace_back([&, visits = i % 2 == 0] {
            for (std::uint64_t id = 0; id < each; ++id) {
                if (!visits)
                    queue.push(closed(id));
                else if (queue.push_and_hold(closed(id)))
                    work_off(queue, taken);
            }
        });
    for (std::thread& visitor : visitors) visitor.join();
    while (!queue.push_and_hold(closed(0)));  // after it nobody else holds, and nothing else is queued
    work_off(queue, taken);
    queue.close();
    own.join();
    EXPECT_GE(taken, threads * each + 1);
}

TEST(InputQueue, ends_the_own_thread_when_closed) {
    FreeQueue queue;
    std::thread other([&] { queue.close(); });
    EXPECT_FALSE(queue.wait_and_hold());
    other.join();
    EXPECT_TRUE(queue.closed());
    EXPECT_FALSE(queue.push_and_hold(closed(1)));
}

TEST(InputQueue, lets_its_holder_go_when_closed_whatever_is_queued) {
    FreeQueue queue;
    ASSERT_TRUE(queue.push_and_hold(closed(1)));
    queue.close();
    EXPECT_TRUE(queue.release_when_empty(std::nullopt));
    EXPECT_FALSE(queue.wait_and_hold());
}

}  // namespace
}  // namespace net
