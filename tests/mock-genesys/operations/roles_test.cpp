#include <gtest/gtest.h>

#include "tests/mock-genesys/operations/administrator_testing.h"

namespace mock {
namespace {

constexpr const char* reader =
    R"({"name":"Reader","permissionPolicies":[{"domain":"routing","entityName":"queue","actionSet":["view"]}]})";

TEST(RoleOperations, create_change_and_delete) {
    Administrator admin;
    const auto created = admin.call("POST", "authorization/roles", reader);
    EXPECT_EQ(created.body["permissionPolicies"][0]["entityName"], "queue");
    const std::string path = "authorization/roles/" + created.body["id"].get<std::string>();
    EXPECT_EQ(admin.call("PATCH", path, R"({"description":"reads"})").body["description"], "reads");
    EXPECT_EQ(admin.call("PUT", path, R"({"name":"Looker"})").body["name"], "Looker");
    EXPECT_EQ(admin.get(path).body["permissionPolicies"].size(), 1U);
    EXPECT_EQ(admin.call("DELETE", path).status, 200);
    EXPECT_EQ(admin.get(path).status, 404);
}

TEST(RoleOperations, refuse_what_is_no_permission_and_a_name_that_is_taken) {
    Administrator admin;
    EXPECT_EQ(
        admin
            .call(
                "POST", "authorization/roles",
                R"({"name":"x","permissionPolicies":[{"domain":"a b","entityName":"c","actionSet":["d"]}]})")
            .code(),
        "general.bad.request");
    EXPECT_EQ(admin.call("POST", "authorization/roles", R"({"name":"handover bridge"})").status, 400);
    EXPECT_EQ(admin.call("POST", "authorization/roles", "{}").status, 400);
}

TEST(RoleOperations, take_effect_at_once_for_users_who_are_given_or_lose_one) {
    Administrator admin;
    const std::string ann = admin.id_of("users", "Ann Agent");
    const std::string role = admin.call("POST", "authorization/roles", R"({"name":"Nothing"})").body["id"];
    EXPECT_EQ(admin.call_as("ann", "GET", "routing/queues").status, 200);
    const std::string path = "authorization/roles/" + role + "/users";
    EXPECT_EQ(admin.call("PUT", path + "/add", R"([")" + ann + R"("])").body[0], ann);
    EXPECT_EQ(admin.call_as("ann", "GET", "routing/queues").status, 403);
    EXPECT_EQ(admin.get(path).body["total"], 1);
    admin.call(
        "PUT", "authorization/roles/" + role,
        R"({"name":"Reader","permissionPolicies":[{"domain":"routing","entityName":"queue","actionSet":["view"]}]})");
    EXPECT_EQ(admin.call_as("ann", "GET", "routing/queues").status, 200);
    EXPECT_EQ(admin.call("PUT", path + "/remove", R"([")" + ann + R"("])").status, 200);
    EXPECT_EQ(admin.get(path).body["total"], 0);
    EXPECT_EQ(admin.call("PUT", path + "/add", R"(["nobody"])").status, 404);
}

}  // namespace
}  // namespace mock
