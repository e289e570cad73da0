#include <gtest/gtest.h>

#include "tests/mock-genesys/operations/administrator_testing.h"

namespace mock {
namespace {

TEST(OrganizationOperations, rename_the_organisation) {
    Administrator admin;
    EXPECT_EQ(admin.call("PUT", "organizations/me", R"({"name":"Other","version":1})").body["name"], "Other");
    EXPECT_EQ(admin.get("organizations/me").body["name"], "Other");
    EXPECT_EQ(admin.call("PUT", "organizations/me", R"({"name":1})").status, 400);
}

TEST(OrganizationOperations, tell_the_time_of_the_mock) {
    Administrator admin;
    admin.driver.pass(std::chrono::seconds(5));
    EXPECT_EQ(admin.get("date").body["currentDate"], "2026-03-04T05:06:12.000Z");
}

}  // namespace
}  // namespace mock
