#include <gtest/gtest.h>

#include "tests/harness/invariants/facts_testing.h"

namespace invariants {
namespace {

const OutputSeen answer{"carla", "bot", "b1", "From 9 to 5."};

Showing watched() { return Showing(one_owner({.bot_answers = {"From 9 to 5."}})); }

TEST(OneOwner, holds_for_answers_before_and_after_the_handover) {
    EXPECT_EQ(watched().see(answer).see(status("queue")).see(status("completed")).see(answer).broken(), "");
}

TEST(OneOwner, fails_for_an_answer_of_the_bot_meanwhile) {
    Showing showing = watched();
    EXPECT_EQ(showing.see(status("queue")).see(answer).broken(),
              "the bot answered while a human owned the chat");
    EXPECT_EQ(showing.story().size(), 2U);
}

TEST(OneOwner, other_lines_of_the_bot_and_of_agents_are_allowed) {
    const OutputSeen waiting{"carla", "bot", "b2", "You are number 3."};
    OutputSeen agents = answer;
    agents.source = "agent";
    EXPECT_EQ(watched().see(status("queue")).see(waiting).see(agents).broken(), "");
}

TEST(OneOwner, another_customer_may_be_with_the_bot) {
    OutputSeen dora = answer;
    dora.customer = "dora";
    EXPECT_EQ(watched().see(status("queue")).see(dora).broken(), "");
}

}  // namespace
}  // namespace invariants
