#include "harness/runner/match.h"

#include <gtest/gtest.h>

namespace runner {
namespace {

using scenario::Matcher;

template <class Rule>
bool holds(Rule rule, const std::optional<std::string>& value, bool negated = false) {
    return matches(Matcher{{}, negated, rule}, value, {});
}

TEST(Match, literals_are_equal_or_not) {
    EXPECT_TRUE(holds(scenario::Literal{"a"}, "a"));
    EXPECT_FALSE(holds(scenario::Literal{"a"}, "aa"));
    EXPECT_FALSE(holds(scenario::Literal{""}, std::nullopt));
}

TEST(Match, a_literal_is_filled_with_captures) {
    Captures captures;
    captures.keep("m", "42", 1);
    EXPECT_TRUE(matches(Matcher{{}, false, scenario::Literal{"id ${m}"}}, "id 42", captures));
    EXPECT_TRUE(matches(Matcher{{}, false, scenario::Contains{"${m}"}}, "id 42", captures));
}

TEST(Match, finds_parts_and_expressions_anywhere) {
    EXPECT_TRUE(holds(scenario::Contains{"b"}, "abc"));
    EXPECT_TRUE(holds(scenario::Regex{"b.d"}, "abcde"));
    EXPECT_FALSE(holds(scenario::Regex{"^b"}, "abc"));
}

TEST(Match, does_not_run_an_expression_over_a_value_that_is_too_long) {
    EXPECT_FALSE(holds(scenario::Regex{"a*"}, std::string(regex_subject_chars_max + 1, 'a')));
}

TEST(Match, knows_shapes) {
    EXPECT_TRUE(holds(scenario::Any{scenario::Shape::Uuid}, "5d4f0b8e-0c1a-4a0b-9f4d-6d3c2b1a0f9e"));
    EXPECT_FALSE(holds(scenario::Any{scenario::Shape::Uuid}, "5d4f0b8e0c1a4a0b9f4d6d3c2b1a0f9e"));
    EXPECT_TRUE(holds(scenario::Any{scenario::Shape::Hex32}, "5d4f0b8e0c1a4a0b9f4d6d3c2b1a0f9e"));
    EXPECT_TRUE(holds(scenario::Any{scenario::Shape::Number}, "-7"));
    EXPECT_FALSE(holds(scenario::Any{scenario::Shape::Text}, ""));
}

TEST(Match, compares_whole_numbers_and_nothing_else) {
    EXPECT_TRUE(holds(scenario::AtLeast{3}, "3"));
    EXPECT_FALSE(holds(scenario::AtLeast{3}, "2"));
    EXPECT_FALSE(holds(scenario::AtLeast{-1}, "x"));
    EXPECT_TRUE(holds(scenario::AtMost{3}, "3"));
    EXPECT_FALSE(holds(scenario::AtMost{3}, "x"));
}

TEST(Match, absent_holds_only_without_the_field_and_not_only_with_it) {
    EXPECT_TRUE(holds(scenario::Absent{}, std::nullopt));
    EXPECT_FALSE(holds(scenario::Absent{}, ""));
    EXPECT_TRUE(holds(scenario::Literal{"a"}, "b", true));
    EXPECT_FALSE(holds(scenario::Literal{"a"}, std::nullopt, true));
    EXPECT_TRUE(holds(scenario::Absent{}, "x", true));
    EXPECT_FALSE(holds(scenario::Absent{}, std::nullopt, true));
}

TEST(Match, says_what_is_wanted) {
    EXPECT_EQ(describe(Matcher{{}, true, scenario::Contains{"x"}}, {}), "not something that contains \"x\"");
    EXPECT_EQ(describe(Matcher{{}, false, scenario::AtLeast{3}}, {}), "at least 3");
}

}  // namespace
}  // namespace runner
