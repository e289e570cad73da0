#include <gtest/gtest.h>

#include "tests/harness/invariants/facts_testing.h"

namespace invariants {
namespace {

InboundTaken with_attributes() {
    InboundTaken fact = taken("p1", "story");
    fact.attributes["userId"] = "user-carla";
    return fact;
}
Showing watched() {
    Showing showing(attributes_first());
    showing.see(written("carla", "m1", "human"));
    return showing;
}

TEST(AttributesFirst, holds_when_the_first_message_has_them) {
    EXPECT_EQ(watched()
                  .see(ConversationStarted{"c1", "carla@"})
                  .see(with_attributes())
                  .see(taken("p2", "x"))
                  .broken(),
              "");
}

TEST(AttributesFirst, fails_when_only_a_later_one_does) {
    Showing showing = watched();
    showing.see(ConversationStarted{"c1", "carla@"}).see(taken("p1", "x")).see(with_attributes());
    EXPECT_EQ(showing.broken(), "the first message of conversation c1 has no attributes");
}

TEST(AttributesFirst, says_nothing_of_other_senders) {
    Showing showing = watched();
    EXPECT_EQ(showing.see(ConversationStarted{"c2", "x@"}).see(taken("p1", "x", "c2", "x@")).broken(), "");
}

}  // namespace
}  // namespace invariants
