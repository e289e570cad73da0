#include "foundation/base/lookup.h"

#include <gtest/gtest.h>

namespace {

using ColourId = base::Id<struct ColourTag>;

TEST(Lookup, finds_what_was_added_and_nothing_else) {
    base::Lookup<std::string, int> table;
    table.add("red", 1);
    table.add("green", 2);
    ASSERT_NE(table.find(std::string_view("green")), nullptr);
    EXPECT_EQ(*table.find("green"), 2);
    EXPECT_EQ(table.find("blue"), nullptr);
    EXPECT_EQ(table.size(), 2U);
}

TEST(Lookup, keeps_the_first_value_of_a_key) {
    base::Lookup<std::string, int> table;
    EXPECT_EQ(table.add("red", 1), 1);
    EXPECT_EQ(table.add("red", 2), 1);
    table.add("red", 0) = 3;
    EXPECT_EQ(*table.find("red"), 3);
}

TEST(Lookup, forgets_what_is_erased) {
    base::Lookup<std::string, int> table;
    table.add("red", 1);
    EXPECT_TRUE(table.erase("red"));
    EXPECT_FALSE(table.erase("red"));
    EXPECT_EQ(table.find("red"), nullptr);
}

TEST(Lookup, takes_ids_and_several_views_as_keys) {
    base::Lookup<ColourId, int> by_id;
    by_id.add(ColourId("red"), 1);
    EXPECT_EQ(*by_id.find(ColourId("red")), 1);
    using Parts = std::array<std::string_view, 2>;
    base::Lookup<Parts, int> by_parts;
    by_parts.add({"a", "bc"}, 1);
    by_parts.add({"ab", "c"}, 2);
    EXPECT_EQ(*by_parts.find(Parts{"a", "bc"}), 1);
    EXPECT_EQ(*by_parts.find(Parts{"ab", "c"}), 2);
    EXPECT_EQ(by_parts.find(Parts{"c", "ab"}), nullptr);
}

TEST(Lookup, leaves_entries_where_they_are_while_it_grows) {
    base::Lookup<std::string, int> table;
    int* const first = &table.add("first", 7);
    for (int i = 0; i < 10'000; ++i) table.add(std::to_string(i), i);
    EXPECT_EQ(table.find("first"), first);
    EXPECT_EQ(*first, 7);
}

}  // namespace
