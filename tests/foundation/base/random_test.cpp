#include "foundation/base/random.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <regex>
#include <set>

namespace {

using base::Random;

TEST(Random, gives_the_same_sequence_for_the_same_seed) {
    Random left(7);
    Random right(7);
    for (int i = 0; i < 100; ++i) EXPECT_EQ(left.next(), right.next());
}

// The reference output of xoshiro256** seeded by splitmix64(42), computed with the authors' published
// algorithm in another language; it pins the sequence across platforms and releases, since recorded seeds
// depend on it.
TEST(Random, keeps_its_sequence_across_releases) {
    Random random(42);
    EXPECT_EQ(random.next(), 1546998764402558742ULL);
    EXPECT_EQ(random.next(), 6990951692964543102ULL);
    EXPECT_EQ(random.next(), 12544586762248559009ULL);
}

TEST(Random, differs_between_neighbouring_seeds) { EXPECT_NE(Random(1).next(), Random(2).next()); }

TEST(Random, draws_below_a_bound_evenly) {
    Random random(1);
    std::array<int, 5> counts{};
    for (int i = 0; i < 5000; ++i) ++counts[random.below(5)];
    EXPECT_TRUE(std::ranges::all_of(counts, [](int count) { return count > 850 && count < 1150; }));
}

TEST(Random, makes_version_4_uuids) {
    Random random(3);
    const std::regex shape("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    std::set<std::string> seen;
    for (int i = 0; i < 1000; ++i) {
        const std::string uuid = random.uuid();
        EXPECT_TRUE(std::regex_match(uuid, shape)) << uuid;
        seen.insert(uuid);
    }
    EXPECT_EQ(seen.size(), 1000U);
}

TEST(Random, makes_message_ids_of_32_hex_digits) {
    EXPECT_TRUE(std::regex_match(Random(3).hex32(), std::regex("[0-9a-f]{32}")));
}

TEST(Random, makes_url_safe_tokens_of_the_length_asked_for) {
    EXPECT_TRUE(std::regex_match(Random(3).token(86), std::regex("[A-Za-z0-9_-]{86}")));
}

TEST(DeriveSeed, gives_each_part_of_a_run_its_own_sequence) {
    EXPECT_EQ(base::derive_seed(1, "bridge"), base::derive_seed(1, "bridge"));
    EXPECT_NE(base::derive_seed(1, "bridge"), base::derive_seed(1, "genesys"));
    EXPECT_NE(base::derive_seed(1, "bridge"), base::derive_seed(2, "bridge"));
    EXPECT_NE(base::derive_seed(1, "bridge"), base::derive_seed(1, ""));
}

}  // namespace
