#include "harness/scenario/read_pattern.h"

#include <gtest/gtest.h>

namespace scenario {
namespace {

struct Read {
    Pattern pattern;
    document::Problems problems;
};

Read read(const std::string& text) {
    Read result;
    const auto node = document::parse(text);
    result.pattern = read_pattern(node->entries.front(), result.problems);
    return result;
}

TEST(ReadPattern, takes_a_single_value_for_the_main_field) {
    const Pattern pattern = read("customer(ben).sees: Hello").pattern;
    EXPECT_EQ(pattern.target, Target::CustomerSees);
    EXPECT_EQ(pattern.actor, "ben");
    ASSERT_EQ(pattern.fields.size(), 1U);
    EXPECT_EQ(pattern.fields[0].field, "text");
    EXPECT_EQ(pattern.fields[0].matcher.rule, decltype(Matcher::rule)(Literal{"Hello"}));
}

TEST(ReadPattern, tells_a_matcher_from_fields) {
    EXPECT_EQ(read("customer.sees: { contains: x }").pattern.fields[0].matcher.rule,
              decltype(Matcher::rule)(Contains{"x"}));
    EXPECT_EQ(read("customer.sees: { source: agent }").pattern.fields[0].field, "source");
}

TEST(ReadPattern, gives_members_of_a_group_dotted_names) {
    const Pattern pattern =
        read("genesys.message: { attributes: { region: Europe, x: { absent: true } } }").pattern;
    ASSERT_EQ(pattern.fields.size(), 2U);
    EXPECT_EQ(pattern.fields[0].field, "attributes.region");
    EXPECT_TRUE(std::holds_alternative<Absent>(pattern.fields[1].matcher.rule));
}

TEST(ReadPattern, reads_numbers_shapes_captures_and_not) {
    EXPECT_EQ(read("genesys.webhook: { attempts: { gte: 2 } }").pattern.fields[0].matcher.rule,
              decltype(Matcher::rule)(AtLeast{2}));
    EXPECT_EQ(read("genesys.webhook: { attempts: { lte: -2 } }").pattern.fields[0].matcher.rule,
              decltype(Matcher::rule)(AtMost{-2}));
    EXPECT_EQ(read("genesys.webhook: { message: { any: hex32 } }").pattern.fields[0].matcher.rule,
              decltype(Matcher::rule)(Any{Shape::Hex32}));
    EXPECT_EQ(read("customer.sees: { capture: m }").pattern.fields[0].matcher.rule,
              decltype(Matcher::rule)(Capture{"m"}));
    EXPECT_TRUE(read("customer.sees: { not: x }").pattern.fields[0].matcher.negated);
}

TEST(ReadPattern, without_a_value_means_any_event) {
    EXPECT_TRUE(read("customer.sees:").pattern.fields.empty());
}

TEST(ReadPattern, refuses_an_agent_without_a_name_and_a_name_for_genesys) {
    EXPECT_EQ(read("agent.sees: x").problems.at(0).what, "'agent.sees' does not say which agent");
    EXPECT_EQ(read("genesys(x).webhook: x").problems.at(0).what, "there is only one genesys");
}

}  // namespace
}  // namespace scenario
