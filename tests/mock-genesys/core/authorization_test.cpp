#include "mock-genesys/core/authorization.h"

#include <gtest/gtest.h>

namespace mock {
namespace {

Permissions granting(std::vector<std::string> permissions) {
    const std::vector<Role> roles{{RoleId("r"), "role", std::move(permissions)},
                                  {RoleId("s"), "other", {"a:b:c"}}};
    return {roles, std::vector<std::string>{"role"}};
}

using Missing = std::vector<std::string_view>;

TEST(Authorization, knows_a_permission_from_other_text) {
    EXPECT_TRUE(is_permission("conversation:message:receive"));
    EXPECT_TRUE(is_permission("messaging:supportedContent:*"));
    EXPECT_TRUE(is_permission("conversation:*:*"));
    EXPECT_FALSE(is_permission("conversation:message"));
    EXPECT_FALSE(is_permission("conversation:message:receive:now"));
    EXPECT_FALSE(is_permission("*:message:receive"));
    EXPECT_FALSE(is_permission("conversation: message:receive"));
    EXPECT_FALSE(is_permission(""));
}

TEST(Authorization, accepts_the_documented_plural_as_an_alias) {
    EXPECT_EQ(canonical_permission("conversations:message:receive"), "conversation:message:receive");
    EXPECT_EQ(canonical_permission("messaging:integration:view"), "messaging:integration:view");
    EXPECT_TRUE(granting({"conversations:message:receive"}).grants("conversation:message:receive"));
}

TEST(Authorization, names_everything_that_is_missing_of_all) {
    const Requirement both{Requirement::Kind::All, {"a:b:view", "a:b:edit"}};
    EXPECT_EQ(granting({"a:b:view"}).missing(both), Missing{"a:b:edit"});
    EXPECT_TRUE(granting({"a:b:view", "a:b:edit"}).missing(both).empty());
}

TEST(Authorization, is_content_with_any_of_several) {
    const Requirement either{Requirement::Kind::Any, {"a:b:view", "a:b:edit"}};
    EXPECT_TRUE(granting({"a:b:edit"}).missing(either).empty());
    EXPECT_EQ(granting({}).missing(either), (Missing{"a:b:view", "a:b:edit"}));
}

TEST(Authorization, grants_only_what_the_named_roles_have) {
    EXPECT_FALSE(granting({"x:y:z"}).grants("a:b:c"));
}

TEST(Authorization, understands_wildcards) {
    EXPECT_TRUE(granting({"messaging:integration:*"}).grants("messaging:integration:view"));
    EXPECT_TRUE(granting({"messaging:*:*"}).grants("messaging:integration:view"));
    EXPECT_TRUE(granting({"messaging:*:view"}).grants("messaging:integration:view"));
    EXPECT_FALSE(granting({"messaging:integration:*"}).grants("messaging:setting:view"));
}

TEST(Authorization, asks_for_nothing_where_nothing_is_required) {
    EXPECT_TRUE(granting({}).missing({}).empty());
}

}  // namespace
}  // namespace mock
