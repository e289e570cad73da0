#include <gtest/gtest.h>

#include "tests/harness/invariants/facts_testing.h"

namespace invariants {
namespace {

ParticipantMoved agent(const std::string& name, const std::string& state) {
    return {"c1", "agent", name, state};
}

TEST(OneAgent, holds_for_agents_one_after_another) {
    Showing showing(one_agent());
    showing.see(agent("ann", "alerting")).see(agent("ann", "connected")).see(agent("ann", "disconnected"));
    showing.see(agent("ben", "connected")).see(agent("ben", "disconnected"));
    EXPECT_EQ(showing.see(ConversationEnded{"c1", "carla@"}).broken(), "");
}

TEST(OneAgent, fails_for_two_at_once) {
    Showing showing(one_agent());
    EXPECT_EQ(showing.see(agent("ann", "connected")).see(agent("ben", "connected")).broken(),
              "ann and ben are both connected to conversation c1");
}

TEST(OneAgent, fails_for_one_who_is_left_behind) {
    Showing showing(one_agent());
    EXPECT_EQ(showing.see(agent("ann", "connected")).see(ConversationEnded{"c1", "carla@"}).broken(),
              "conversation c1 ended, and ann is still in it");
}

}  // namespace
}  // namespace invariants
