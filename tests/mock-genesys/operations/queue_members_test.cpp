#include <gtest/gtest.h>

#include "tests/mock-genesys/operations/administrator_testing.h"

namespace mock {
namespace {

std::string support_path(Administrator& admin) {
    return "routing/queues/" + admin.id_of("routing/queues", "Support");
}
std::string listed(const std::string& id) { return R"([{"id":")" + id + R"("}])"; }

TEST(QueueMemberOperations, list_add_and_remove) {
    Administrator admin;
    const std::string path = support_path(admin);
    const std::string ann = admin.id_of("users", "Ann Agent");
    EXPECT_EQ(admin.get(path + "/members").body["entities"].size(), 2U);
    EXPECT_EQ(admin.get(path + "/users").body["total"], 2);
    EXPECT_EQ(admin.call("DELETE", path + "/members/" + ann).status, 204);
    EXPECT_EQ(admin.call("DELETE", path + "/users/" + ann).status, 404);
    EXPECT_EQ(admin.call("POST", path + "/members", listed(ann)).status, 204);
    EXPECT_EQ(admin.call("POST", path + "/users?delete=true", listed(ann)).status, 204);
    EXPECT_EQ(admin.get(path + "/users?name=ann*").body["total"], 0);
    EXPECT_EQ(admin.call("POST", path + "/members", listed("none")).code(), "invalid.id");
    EXPECT_EQ(admin.get(path + "/users?skills=x").status, 501);
}

TEST(QueueMemberOperations, decide_who_is_offered_a_conversation) {
    Administrator admin;
    const std::string path = support_path(admin);
    for (const char* const agent : {"Ann Agent", "Ben Agent"})
        admin.call("DELETE", path + "/members/" + admin.id_of("users", agent));
    admin.driver.control("POST", "/_mock/agents/ann/on-queue");
    admin.driver.api("POST", inbound_target, inbound_body("hello", "e1"));
    EXPECT_EQ(admin.driver.control("POST", "/_mock/agents/ann/accept")["code"],
              "mock.agent.nothing.alerting");
    admin.call("POST", path + "/members", listed(admin.id_of("users", "Ann Agent")));
    EXPECT_TRUE(admin.driver.control("POST", "/_mock/agents/ann/accept").contains("conversationId"));
}

TEST(QueueMemberOperations, let_a_user_join_and_leave) {
    Administrator admin;
    const std::string ann = admin.id_of("users", "Ann Agent");
    const std::string path = "users/" + ann + "/queues";
    EXPECT_EQ(admin.get(path).body["total"], 1);
    const std::string queue = path + "/" + admin.id_of("routing/queues", "Support");
    EXPECT_EQ(admin.call("PATCH", queue, R"({"joined":false})").body["joined"], false);
    EXPECT_EQ(admin.get(path).body["total"], 0);
    EXPECT_EQ(admin.call("PATCH", queue, R"({"joined":true})").body["joined"], true);
    EXPECT_EQ(admin.get("users/none/queues").status, 404);
}

}  // namespace
}  // namespace mock
