#include <gtest/gtest.h>

#include "tests/mock-genesys/service/mock_driver_testing.h"

namespace mock {
namespace {

constexpr std::string_view target = "/api/v2/tokens/me";

TEST(TokenOperations, check_a_token_without_a_body) {
    MockDriver driver(organisation_fixture("first-handover.yaml"));
    const auto response = driver.api("HEAD", target);
    EXPECT_EQ(response.status, 200);
    EXPECT_TRUE(response.body.empty());
    EXPECT_FALSE(response.headers.get("Content-Type"));
    EXPECT_EQ(driver.request("HEAD", target).status, 401);
}

TEST(TokenOperations, revoke_the_token_that_asks_and_no_other) {
    MockDriver driver(organisation_fixture("first-handover.yaml"));
    const http::Headers other{{"Authorization", "Bearer " + driver.token()}};
    const http::Headers own{{"Authorization", "Bearer " + driver.token()}};
    EXPECT_EQ(driver.request("DELETE", target, {}, own).status, 200);
    EXPECT_EQ(driver.request("GET", target, {}, own).status, 401);
    EXPECT_EQ(driver.request("GET", target, {}, other).status, 200);
}

}  // namespace
}  // namespace mock
