#include "mock-genesys/core/access.h"

#include <gtest/gtest.h>

namespace mock {
namespace {

Organisation organisation_with_roles() {
    Organisation organisation;
    organisation.roles = {{RoleId("r1"), "Reader", {"routing:queue:view"}},
                          {RoleId("r2"), "Sender", {"conversation:message:create"}}};
    organisation.oauth_clients = {{ClientId("c1"), "bridge", "secret", {"Sender"}}};
    User reader{UserId("u1"), "ann", "Ann", std::nullopt};
    reader.roles = {"Reader"};
    organisation.users = {reader, {UserId("u2"), "ben", "Ben", std::nullopt}};
    return organisation;
}

TEST(Access, of_a_client_comes_from_its_roles) {
    const Organisation organisation = organisation_with_roles();
    Access access(organisation);
    const Permissions& permissions = access.of({&organisation.oauth_clients[0], nullptr});
    EXPECT_TRUE(permissions.grants("conversation:message:create"));
    EXPECT_FALSE(permissions.grants("routing:queue:view"));
}

TEST(Access, of_a_user_comes_from_the_user_and_not_from_the_application) {
    const Organisation organisation = organisation_with_roles();
    Access access(organisation);
    const Permissions& permissions = access.of({&organisation.oauth_clients[0], &organisation.users[0]});
    EXPECT_FALSE(permissions.grants("conversation:message:create"));
    EXPECT_TRUE(permissions.grants("routing:queue:view"));
}

TEST(Access, of_a_user_without_roles_is_that_of_an_agent) {
    const Organisation organisation = organisation_with_roles();
    Access access(organisation);
    for (const std::string& permission : agent_role().permissions) {
        EXPECT_TRUE(is_permission(permission)) << permission;
        EXPECT_TRUE(access.of({nullptr, &organisation.users[1]}).grants(permission)) << permission;
    }
}

TEST(Access, follows_a_changed_role_once_it_has_been_told) {
    Organisation organisation = organisation_with_roles();
    Access access(organisation);
    const Caller caller{&organisation.oauth_clients[0], nullptr};
    EXPECT_FALSE(access.of(caller).grants("routing:queue:view"));
    organisation.roles[1].permissions = {"routing:queue:view"};
    EXPECT_FALSE(access.of(caller).grants("routing:queue:view"));
    access.forget();
    EXPECT_TRUE(access.of(caller).grants("routing:queue:view"));
}

}  // namespace
}  // namespace mock
