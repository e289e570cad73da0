#include <gtest/gtest.h>

#include "tests/mock-genesys/operations/administrator_testing.h"

namespace mock {
namespace {

std::string new_user(Administrator& admin, const std::string& email) {
    const std::string home = admin.get("authorization/divisions/home").body["id"];
    return R"({"name":"Cara Agent","email":")" + email + R"(","divisionId":")" + home + R"("})";
}

TEST(UserOperations, create_an_agent_who_can_work) {
    Administrator admin;
    const auto created = admin.call("POST", "users", new_user(admin, "cara@example.org"));
    ASSERT_EQ(created.status, 200);
    const std::string id = created.body["id"];
    const std::string queue = "routing/queues/" + admin.id_of("routing/queues", "Support");
    admin.call("POST", queue + "/members", R"([{"id":")" + id + R"("}])");
    admin.driver.api("POST", inbound_target, inbound_body("hello", "e1"));
    admin.call("PUT", "users/" + id + "/routingstatus", R"({"status":"IDLE"})");
    EXPECT_TRUE(
        admin.driver.control("POST", "/_mock/agents/cara@example.org/accept").contains("conversationId"));
    EXPECT_EQ(admin.call("DELETE", "users/" + id).code(), "general.conflict");
    EXPECT_EQ(admin.call("POST", "users", new_user(admin, "cara@example.org")).status, 409);
}

TEST(UserOperations, change_only_the_version_that_was_read) {
    Administrator admin;
    const std::string path = "users/" + admin.id_of("users", "Ann Agent");
    EXPECT_EQ(admin.call("PATCH", path, R"({"version":1,"title":"Lead"})").body["version"], 2);
    EXPECT_EQ(admin.call("PATCH", path, R"({"version":1,"title":"x"})").code(), "general.conflict");
    EXPECT_EQ(admin.call("PATCH", path, R"({"title":"x"})").status, 400);
    EXPECT_EQ(admin.get(path).body["title"], "Lead");
    EXPECT_EQ(admin.call("PATCH", path, R"({"version":2,"state":"inactive"})").body["state"], "inactive");
    EXPECT_EQ(admin.get("users").body["total"], 1);
    EXPECT_EQ(admin.get("users?state=any").body["total"], 2);
}

TEST(UserOperations, tell_a_user_who_they_are) {
    Administrator admin;
    EXPECT_EQ(admin.get("users/me").code(), "not.a.user");
    const auto me = admin.call_as("ann", "GET", "users/me?expand=routingStatus,presence");
    EXPECT_EQ(me.body["name"], "Ann Agent");
    EXPECT_EQ(me.body["routingStatus"]["status"], "OFF_QUEUE");
    EXPECT_EQ(me.body["presence"]["presenceDefinition"]["systemPresence"], "Offline");
}

TEST(UserOperations, delete_a_user_with_everything_that_they_could_do) {
    Administrator admin;
    const std::string path = "users/" + admin.id_of("users", "Ann Agent");
    EXPECT_EQ(admin.call("DELETE", path).status, 200);
    EXPECT_EQ(admin.get(path).code(), "general.resource.not.found");
    EXPECT_EQ(admin.get("routing/queues/" + admin.id_of("routing/queues", "Support")).body["memberCount"], 1);
}

}  // namespace
}  // namespace mock
