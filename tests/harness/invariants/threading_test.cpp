#include <gtest/gtest.h>

#include "tests/harness/invariants/facts_testing.h"

namespace invariants {
namespace {

// A message, the end, and after that time a message in this conversation.
std::string came_back(base::Duration away, const std::string& conversation) {
    Showing showing(threading({.threading_window = 60min}));
    showing.see(taken("p1", "x"))
        .see(ConversationEnded{"c1", "carla@"})
        .see(taken("p2", "y", conversation), away);
    return showing.broken();
}

TEST(Threading, holds_for_the_same_conversation_within_the_window_and_another_after_it) {
    EXPECT_EQ(came_back(59min, "c1"), "");
    EXPECT_EQ(came_back(61min, "c2"), "");
}

TEST(Threading, fails_for_another_conversation_within_the_window) {
    EXPECT_EQ(came_back(59min, "c2"),
              "carla@ came back 3540.000s after the end and got another conversation");
}

TEST(Threading, fails_for_the_same_conversation_after_the_window) {
    EXPECT_EQ(came_back(61min, "c1"),
              "carla@ came back 3660.000s after the end and got the same conversation");
}

TEST(Threading, fails_for_a_second_conversation_beside_a_live_one) {
    Showing showing(threading({}));
    showing.see(taken("p1", "x")).see(taken("p2", "y", "c2"));
    EXPECT_EQ(showing.broken(), "carla@ got conversation c2 while c1 was live");
}

TEST(Threading, customers_do_not_share_conversations_and_need_not) {
    Showing showing(threading({}));
    EXPECT_EQ(showing.see(taken("p1", "x")).see(taken("p2", "y", "c2", "dora@")).broken(), "");
}

}  // namespace
}  // namespace invariants
