#include "bridge/core/attributes.h"

#include <gtest/gtest.h>

namespace bridge {
namespace {

using Map = std::map<std::string, std::string>;

TEST(Attributes, carry_everything_that_is_set_as_text) {
    const HandoverNode node{.language = "english",
                            .skills = {"escalation", "billing"},
                            .priority = "1",
                            .custom_attributes = {{"section", "section A"}, {"region", "Europe"}}};
    const Map ref_attributes{
        {"queueId", "q"},    {"myLanguage", "english"}, {"mySkills", "escalation,billing"},
        {"userId", "anna"},  {"priority", "1"},         {"section", "section A"},
        {"region", "Europe"}};
    EXPECT_EQ(attributes(node, "q", "anna"), ref_attributes);
}

TEST(Attributes, leave_out_what_is_not_set) { EXPECT_EQ(attributes({}, "q", ""), (Map{{"queueId", "q"}})); }

TEST(Attributes, of_the_bridge_win_over_custom_ones) {
    EXPECT_EQ(attributes({.custom_attributes = {{"queueId", "forged"}}}, "q", "u"),
              (Map{{"queueId", "q"}, {"userId", "u"}}));
}

}  // namespace
}  // namespace bridge
