#include "foundation/net/input_queue.h"

#include <gtest/gtest.h>

#include <thread>

#include "tests/foundation/net/raw_client_testing.h"

namespace net {
namespace {

InputQueue::Item closed(std::uint64_t id) { return host::StreamClosed{host::RequestId{id}}; }
std::uint64_t id_of(const InputQueue::Item& item) { return std::get<host::StreamClosed>(item).id.value; }
RealTime in(base::Duration duration) { return std::chrono::steady_clock::now() + duration; }

TEST(InputQueue, gives_everything_in_order) {
    InputQueue queue;
    queue.push(closed(1));
    queue.push(closed(2));
    const auto items = queue.take_all(std::nullopt);
    ASSERT_EQ(items.size(), 2U);
    EXPECT_EQ(id_of(items[0]), 1U);
    EXPECT_EQ(id_of(items[1]), 2U);
}

TEST(InputQueue, gives_nothing_at_the_deadline) {
    InputQueue queue;
    EXPECT_TRUE(queue.take_all(in(std::chrono::milliseconds(1))).empty());
}

TEST(InputQueue, wakes_a_taker_for_what_another_thread_pushes) {
    InputQueue queue;
    std::thread other([&] { queue.push(closed(7)); });
    const auto items = queue.take_all(in(net_testing::patience));
    other.join();
    ASSERT_EQ(items.size(), 1U);
    EXPECT_EQ(id_of(items[0]), 7U);
}

TEST(InputQueue, loses_nothing_between_many_threads) {
    constexpr std::size_t threads = 4;
    constexpr std::uint64_t each = 5000;
    InputQueue queue;
    std::vector<std::thread> pushers;
    for (std::size_t i = 0; i < threads; ++i)
        pushers.emplace_back([&] {
            for (std::uint64_t id = 0; id < each; ++id) queue.push(closed(id));
        });
    std::size_t taken = 0;
    while (taken < threads * each) {
        const auto items = queue.take_all(in(net_testing::patience));
        ASSERT_FALSE(items.empty());
        taken += items.size();
    }
    for (std::thread& pusher : pushers) pusher.join();
    EXPECT_EQ(taken, threads * each);
}

TEST(InputQueue, wakes_its_taker_for_good_when_closed) {
    InputQueue queue;
    std::thread other([&] { queue.close(); });
    EXPECT_TRUE(queue.take_all(std::nullopt).empty());
    other.join();
    EXPECT_TRUE(queue.closed());
    EXPECT_TRUE(queue.take_all(std::nullopt).empty());
}

}  // namespace
}  // namespace net
