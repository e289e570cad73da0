#include "harness/scenario/grammar.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

namespace scenario {
namespace {

TEST(Grammar, the_reference_in_the_scenarios_folder_is_what_the_table_prints) {
    std::ifstream stream(std::filesystem::path(HANDOVER_SOURCE_DIR) / "scenarios/README.md");
    const std::string readme{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    EXPECT_TRUE(readme.ends_with(grammar_markdown()))
        << "replace everything behind the introduction by the output of: handover grammar";
}

TEST(Grammar, names_every_step_and_target_once) {
    std::set<std::string> keys;
    for (const VerbForm& form : verbs())
        EXPECT_TRUE(keys.insert(std::string(form.actor) + "." + std::string(form.name)).second) << form.name;
    for (const TargetForm& form : targets()) {
        EXPECT_EQ(&form_of(form.target), &form);
        EXPECT_FALSE(form.fields.empty());
    }
}

TEST(Grammar, writes_a_target_with_its_actor) {
    EXPECT_EQ(key_of(Target::AgentSees, "ann"), "agent(ann).sees");
    EXPECT_EQ(key_of(Target::GenesysWebhook, ""), "genesys.webhook");
}

}  // namespace
}  // namespace scenario
