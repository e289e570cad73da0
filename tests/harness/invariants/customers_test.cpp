#include "harness/invariants/customers.h"

#include <gtest/gtest.h>

namespace invariants {
namespace {

TEST(Customers, are_found_by_address_and_conversation) {
    Customers customers;
    customers.look_at(LineWritten{"carla", "carla@", "u", "m", "x"});
    customers.look_at(ConversationStarted{"c1", "carla@"});
    customers.look_at(ConversationStarted{"c2", "stranger@"});
    EXPECT_EQ(customers.at_address("carla@"), "carla");
    EXPECT_EQ(customers.in_conversation("c1"), "carla");
    EXPECT_EQ(customers.in_conversation("c2"), std::nullopt);
    EXPECT_EQ(customers.in_conversation("c3"), std::nullopt);
}

}  // namespace
}  // namespace invariants
