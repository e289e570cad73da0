#include "bridge/core/backoff.h"

#include <gtest/gtest.h>

namespace bridge {
namespace {

using namespace std::chrono_literals;

TEST(Backoff, doubles_from_one_second_to_thirty_two_and_is_shortened_by_a_fifth_at_most) {
    base::Random random(3);
    for (int run = 0; run < 200; ++run) {
        base::Duration ref_delay = 1s;
        for (unsigned failures = 1; failures <= 12; ++failures) {
            const base::Duration delay = backoff_delay(failures, random);
            EXPECT_LE(delay, ref_delay);
            EXPECT_GE(delay, ref_delay * 4 / 5);
            ref_delay = std::min<base::Duration>(ref_delay * 2, 32s);
        }
    }
}

TEST(Backoff, grows_until_the_cap_in_spite_of_the_jitter) {
    base::Random random(4);
    for (int run = 0; run < 200; ++run)
        for (unsigned failures = 1; failures < 6; ++failures)
            EXPECT_LT(backoff_delay(failures, random), backoff_delay(failures + 1, random));
}

TEST(Backoff, repeats_itself_for_the_same_seed) {
    base::Random one(9);
    base::Random two(9);
    for (unsigned i = 1; i < 10; ++i) EXPECT_EQ(backoff_delay(i, one), backoff_delay(i, two));
}

}  // namespace
}  // namespace bridge
