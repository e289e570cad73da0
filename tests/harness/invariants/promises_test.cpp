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

TEST(Promises, about_the_bot_and_the_status_are_not_asked_of_somebody_elses_connector) {
    const auto names_of = [](Connector connector) {
        std::set<std::string_view> names;
        for (const PromisePtr& promise : all_promises({.connector = connector}))
            names.insert(promise->name());
        return names;
    };
    std::set<std::string_view> ours = names_of(Connector::OurBridge);
    const auto theirs = names_of(Connector::SomebodyElses);
    std::erase_if(ours, [&](std::string_view name) { return theirs.contains(name); });
    EXPECT_EQ(ours, (std::set<std::string_view>{"attributes-first", "completed-after-end", "handover-settles",
                                                "one-owner", "status-path"}));
}

TEST(Promises, of_a_run_in_which_nothing_happened_are_kept) {
    for (const PromisePtr& promise : all_promises({})) EXPECT_FALSE(promise->at_rest()) << promise->name();
}

}  // namespace
}  // namespace invariants
