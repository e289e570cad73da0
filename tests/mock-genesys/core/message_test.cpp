#include "mock-genesys/core/message.h"

#include <gtest/gtest.h>

namespace mock {
namespace {

TEST(DisplayName, prefers_the_nickname_then_the_names_then_the_address) {
    Customer customer;
    customer.id = "anna@example.org";
    EXPECT_EQ(display_name(customer), "anna@example.org");
    customer.last_name = "Berg";
    EXPECT_EQ(display_name(customer), "Berg");
    customer.first_name = "Anna";
    EXPECT_EQ(display_name(customer), "Anna Berg");
    customer.nickname = "Annie";
    EXPECT_EQ(display_name(customer), "Annie");
}

}  // namespace
}  // namespace mock
