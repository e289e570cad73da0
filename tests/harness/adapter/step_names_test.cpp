#include "harness/adapter/step_names.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace adapter {
namespace {

TEST(StepNames, are_the_words_of_the_grammar_without_names) {
    EXPECT_EQ(step_name(scenario::CustomerRepeats{"carla"}), "customer.repeats");
    EXPECT_EQ(step_name(scenario::CrashBridge{}), "bridge.crashes");
    EXPECT_EQ(step_name(scenario::ForgeWebhook{}), "webhook.forged");
    EXPECT_EQ(step_name(scenario::Target::BotResumes), "bot.resumes");
}

TEST(StepNames, of_expectations_are_what_they_look_at) {
    scenario::Expect expect;
    expect.pattern.target = scenario::Target::CustomerStatus;
    EXPECT_EQ(step_name(expect), "customer.status");
    scenario::Never never;
    never.pattern.target = scenario::Target::AgentSees;
    EXPECT_EQ(step_name(never), "agent.sees");
}

TEST(StepNames, are_empty_for_what_no_connector_takes_part_in) {
    EXPECT_EQ(step_name(scenario::AgentAccepts{}), "");
    EXPECT_EQ(step_name(scenario::TimePasses{}), "");
}

TEST(StepNames, are_all_listed) {
    const auto all = all_step_names();
    for (const char* const name : {"customer.says", "bridge.restarts", "customer.sees", "genesys.webhook"})
        EXPECT_NE(std::ranges::find(all, name), all.end()) << name;
    EXPECT_EQ(std::ranges::find(all, ""), all.end());
}

}  // namespace
}  // namespace adapter
