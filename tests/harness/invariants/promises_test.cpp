#include "harness/invariants/promises.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace invariants {
namespace {

TEST(Promises, have_names_of_their_own_in_words_with_hyphens) {
    std::set<std::string_view> names;
    const auto all = all_promises({});
    for (const PromisePtr& promise : all) {
        EXPECT_TRUE(names.insert(promise->name()).second) << promise->name();
        EXPECT_TRUE(
            std::ranges::all_of(promise->name(), [](char c) { return c == '-' || (c >= 'a' && c <= 'z'); }));
    }
    EXPECT_EQ(names.size(), 21U);
}

TEST(Promises, of_a_run_in_which_nothing_happened_are_kept) {
    for (const PromisePtr& promise : all_promises({})) EXPECT_FALSE(promise->at_rest()) << promise->name();
}

}  // namespace
}  // namespace invariants
