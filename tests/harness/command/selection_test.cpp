#include "harness/command/selection.h"

#include <gtest/gtest.h>

namespace command {
namespace {

LoadedScenario scenario_with(std::vector<std::string> tags) {
    LoadedScenario loaded;
    loaded.file.path = "scenarios/faults/retry.yaml";
    loaded.case_name = "status=500";
    loaded.scenario.title = "A webhook is retried";
    loaded.scenario.tags = std::move(tags);
    return loaded;
}

bool selects(const SelectionSettings& settings, const std::vector<std::string>& tags = {"faults", "slow"}) {
    const auto selection = Selection::make(settings);
    EXPECT_TRUE(selection);
    return selection && selection->includes(scenario_with(tags));
}

TEST(Selection, takes_everything_if_nothing_is_asked) { EXPECT_TRUE(selects({})); }

TEST(Selection, takes_one_of_the_tags_and_none_of_the_refused_ones) {
    EXPECT_TRUE(selects({.tags = {"faults", "security"}, .grep = {}, .case_name = {}}));
    EXPECT_FALSE(selects({.tags = {"security"}, .grep = {}, .case_name = {}}));
    EXPECT_FALSE(selects({.tags = {"faults", "!slow"}, .grep = {}, .case_name = {}}));
    EXPECT_TRUE(selects({.tags = {"!slow"}, .grep = {}, .case_name = {}}, {"faults"}));
}

TEST(Selection, finds_the_expression_in_path_case_and_title) {
    for (const char* const expression : {"faults/retry", "status=5\\d\\d", "^scen", "is retried$"})
        EXPECT_TRUE(selects({.tags = {}, .grep = expression, .case_name = {}})) << expression;
    EXPECT_FALSE(selects({.tags = {}, .grep = "Retried", .case_name = {}}));
}

TEST(Selection, says_what_is_no_expression) {
    const auto selection = Selection::make({.tags = {}, .grep = "a(", .case_name = {}});
    ASSERT_FALSE(selection);
    EXPECT_NE(selection.error().find("--grep 'a(' is not a regular expression"), std::string::npos);
}

TEST(Selection, takes_one_row_of_a_matrix) {
    EXPECT_TRUE(selects({.tags = {}, .grep = {}, .case_name = "status=500"}));
    EXPECT_FALSE(selects({.tags = {}, .grep = {}, .case_name = "status=50"}));
}

TEST(Selection, takes_only_the_names_it_was_given) {
    auto selection = Selection::make({});
    ASSERT_TRUE(selection);
    selection->only({"scenarios/faults/retry.yaml"});
    EXPECT_FALSE(selection->includes(scenario_with({})));
    selection->only({"scenarios/faults/retry.yaml [status=500]"});
    EXPECT_TRUE(selection->includes(scenario_with({})));
}

}  // namespace
}  // namespace command
