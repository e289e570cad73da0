#include "harness/command/ordered_jobs.h"

#include <gtest/gtest.h>

#include <latch>
#include <numeric>

namespace command {
namespace {

std::vector<std::size_t> first(std::size_t count) {
    std::vector<std::size_t> numbers(count);
    std::iota(numbers.begin(), numbers.end(), 0U);
    return numbers;
}

TEST(OrderedJobs, delivers_in_the_order_of_the_jobs_whoever_is_first) {
    for (const unsigned jobs : {1U, 2U, 8U}) {
        std::vector<std::size_t> delivered;
        run_in_order(
            100, jobs, [](std::size_t i) { return i * i; },
            [&](std::size_t i, std::size_t square) {
                EXPECT_EQ(square, i * i);
                delivered.push_back(i);
            });
        EXPECT_EQ(delivered, first(100));
    }
}

TEST(OrderedJobs, runs_as_many_at_the_same_time_as_asked) {
    std::latch both_run(2);
    std::vector<std::size_t> delivered;
    run_in_order(
        2, 2,
        [&](std::size_t i) {
            both_run.arrive_and_wait();
            return i;
        },
        [&](std::size_t i, std::size_t /*result*/) { delivered.push_back(i); });
    EXPECT_EQ(delivered, first(2));
}

TEST(OrderedJobs, a_slow_first_job_holds_the_results_of_the_others_back) {
    std::latch second_is_done(1);
    std::vector<std::size_t> delivered;
    run_in_order(
        2, 2,
        [&](std::size_t i) {
            if (i == 0)
                second_is_done.wait();
            else
                second_is_done.count_down();
            return i;
        },
        [&](std::size_t i, std::size_t /*result*/) { delivered.push_back(i); });
    EXPECT_EQ(delivered, first(2));
}

TEST(OrderedJobs, nothing_to_do_is_done) {
    run_in_order(0, 4, [](std::size_t i) { return i; }, [](std::size_t, std::size_t) { FAIL(); });
}

}  // namespace
}  // namespace command
