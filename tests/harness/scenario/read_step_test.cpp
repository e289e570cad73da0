#include "harness/scenario/read_step.h"

#include <gtest/gtest.h>

#include "tests/harness/scenario/reading_testing.h"

namespace scenario {
namespace {

Action action_of(const std::string& line) {
    const auto read = parse(file_with_steps("  - customer: \"Hi\"\n  - " + line + "\n"));
    EXPECT_TRUE(read) << problems_of(file_with_steps("  - customer: \"Hi\"\n  - " + line + "\n"));
    return read ? read->steps.at(1).action : Action{};
}

TEST(ReadStep, takes_the_actor_alone_as_saying_something) {
    EXPECT_EQ(action_of("customer(ben): \"Hello\""), Action(CustomerSays{"ben", "Hello", {}, {}}));
    EXPECT_EQ(action_of("agent(ann): \"Hello\""), Action(AgentSays{"ann", "Hello", "", ""}));
}

TEST(ReadStep, reads_profile_names) {
    EXPECT_EQ(action_of("customer.says: { text: x, firstName: Carla, lastName: C }"),
              Action(CustomerSays{"", "x", "Carla", "C"}));
}

TEST(ReadStep, reads_what_agents_do) {
    EXPECT_EQ(action_of("agent(ann).on-queue"), Action(AgentGoesOnQueue{"ann"}));
    EXPECT_EQ(action_of("agent(ann).off-queue"), Action(AgentGoesOffQueue{"ann"}));
    EXPECT_EQ(action_of("agent(ann).accepts"), Action(AgentAccepts{"ann", "", within_default}));
    EXPECT_EQ(action_of("agent(ann).accepts: { within: 5s }"),
              Action(AgentAccepts{"ann", "", std::chrono::seconds{5}}));
    EXPECT_EQ(action_of("agent(ann).says: { text: x, capture: m }"), Action(AgentSays{"ann", "x", "m", ""}));
    EXPECT_EQ(action_of("agent(ann).disconnects"), Action(AgentDisconnects{"ann", ""}));
    EXPECT_EQ(action_of("agent(ann).wraps-up: Resolved"), Action(AgentWrapsUp{"ann", "Resolved", ""}));
}

TEST(ReadStep, reads_counts_and_strictness) {
    const auto exactly = std::get<ExpectExactly>(
        action_of("check: { customer.sees: Hello, exactly: 2, for: 3s, strict: true }"));
    EXPECT_EQ(exactly.times, 2);
    EXPECT_EQ(exactly.span, std::chrono::seconds{3});
    EXPECT_EQ(exactly.severity, Severity::Soft);
    EXPECT_TRUE(exactly.pattern.is_strict);
    EXPECT_EQ(
        std::get<ExpectExactly>(action_of("expect: { customer.sees: a, exactly: 0, until: idle }")).span,
        std::nullopt);
    EXPECT_FALSE(std::get<Expect>(action_of("expect: { customer.sees: a }")).pattern.is_strict);
}

TEST(ReadStep, keeps_the_position_of_the_key) {
    const auto read = parse(file_with_steps("  - after: 1s\n  - bridge.crashes\n"));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->steps[1].at.position, (document::Position{6, 5}));
}

TEST(ReadStep, tells_expect_from_check_and_until_from_for) {
    const auto check = std::get<Expect>(action_of("check: { customer.sees: x, within: 2s }"));
    EXPECT_EQ(check.severity, Severity::Soft);
    EXPECT_EQ(check.within, std::chrono::seconds{2});
    EXPECT_EQ(std::get<Never>(action_of("never: { customer.sees: x, until: idle }")).span, std::nullopt);
    EXPECT_EQ(std::get<Never>(action_of("never: { customer.sees: x, for: 3s }")).span,
              std::chrono::seconds{3});
}

TEST(ReadStep, reads_a_forged_webhook_with_its_expected_answer) {
    const auto forged = std::get<ForgeWebhook>(action_of("webhook.forged: { text: x, signature: hex }"));
    EXPECT_EQ(forged.signature, Signature::Hex);
    EXPECT_EQ(forged.status, 401);
}

}  // namespace
}  // namespace scenario
