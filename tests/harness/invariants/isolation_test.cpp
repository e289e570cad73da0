#include <gtest/gtest.h>

#include "tests/harness/invariants/facts_testing.h"

namespace invariants {
namespace {

Showing two_customers() {
    Showing showing(isolation());
    showing.see(written("carla", "m1", "My name is Carla")).see(written("dora", "m2", "My name is Dora"));
    showing.see(ConversationStarted{"c1", "carla@"}).see(ConversationStarted{"c2", "dora@"});
    return showing;
}

TEST(Isolation, holds_for_lines_that_stay_where_they_belong) {
    Showing showing = two_customers();
    showing.see(taken("p1", "Customer: My name is Carla")).see(taken("p2", "My name is Dora", "c2", "dora@"));
    EXPECT_EQ(showing.see(said("g1")).see(shown("g1")).broken(), "");
}

TEST(Isolation, fails_when_a_line_is_sent_for_another_customer) {
    Showing showing = two_customers();
    EXPECT_EQ(showing.see(taken("p1", "Customer: My name is Dora")).broken(),
              "a line of dora@ was sent for carla@");
    EXPECT_EQ(showing.story().size(), 2U);
}

TEST(Isolation, fails_when_an_attribute_names_another_customer) {
    InboundTaken fact = taken("p1", "story");
    fact.attributes["userId"] = "user-dora";
    EXPECT_EQ(two_customers().see(fact).broken(), "attribute userId of carla@ names another customer");
}

TEST(Isolation, fails_when_an_agents_line_is_shown_to_another_customer) {
    EXPECT_EQ(two_customers().see(said("g1")).see(shown("g1", "hi", "dora")).broken(),
              "message g1 was written to another customer");
}

TEST(Isolation, what_both_have_written_belongs_to_both) {
    Showing showing = two_customers();
    showing.see(written("carla", "m3", "I want a human")).see(written("dora", "m4", "I want a human"));
    EXPECT_EQ(showing.see(taken("p1", "I want a human")).broken(), "");
}

}  // namespace
}  // namespace invariants
