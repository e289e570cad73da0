#include <gtest/gtest.h>

#include "tests/mock-genesys/operations/administrator_testing.h"

namespace mock {
namespace {

constexpr std::string_view queues = "routing/queues";

std::string support_path(Administrator& admin) { return "routing/queues/" + admin.id_of(queues, "Support"); }

TEST(QueueOperations, create_change_and_delete) {
    Administrator admin;
    const auto created = admin.call("POST", queues, R"({"name":"Sales","description":"sells"})");
    ASSERT_EQ(created.status, 200);
    const std::string path = "routing/queues/" + created.body["id"].get<std::string>();
    EXPECT_EQ(admin.call("PUT", path, R"({"name":"Sale"})").body["description"], "sells");
    EXPECT_EQ(admin.get("routing/queues?name=sale").body["total"], 1);
    EXPECT_EQ(admin.get("routing/queues/divisionviews?name=sa*").body["total"], 1);
    EXPECT_EQ(admin.get("routing/queues/divisionviews/all").body["total"], 2);
    EXPECT_EQ(admin.call("DELETE", path).status, 200);
    EXPECT_EQ(admin.get(path).code(), "resource.not.found");
}

TEST(QueueOperations, refuse_what_the_vendor_refuses) {
    Administrator admin;
    const auto code = [&](const std::string& body) { return admin.call("POST", queues, body).code(); };
    EXPECT_EQ(code("{}"), "invalid.name");
    EXPECT_EQ(code(R"({"name":"support"})"), "duplicate.name");
    EXPECT_EQ(code(R"({"name":"x","division":{"id":"none"}})"), "resource.not.found");
    EXPECT_EQ(admin.call("DELETE", support_path(admin)).code(), "active.queue");
}

TEST(QueueOperations, keep_what_waits_when_they_are_renamed) {
    Administrator admin;
    admin.driver.api("POST", inbound_target, inbound_body("hello", "e1"));
    EXPECT_EQ(admin.call("PUT", support_path(admin), R"({"name":"Care"})").status, 200);
    admin.driver.control("POST", "/_mock/agents/ann/on-queue");
    EXPECT_TRUE(admin.driver.control("POST", "/_mock/agents/ann/accept").contains("conversationId"));
    const auto again = admin.driver.api("POST", inbound_target, inbound_body("hello", "e2", "berta"));
    const auto conversation = *json::parse(again.body);
    const auto read =
        admin.get("conversations/messages/" + conversation["conversationId"].get<std::string>());
    EXPECT_EQ(read.body["participants"][2]["queue"]["name"], "Care");
}

TEST(QueueOperations, offer_their_own_wrap_up_codes) {
    Administrator admin;
    const std::string path = support_path(admin) + "/wrapupcodes";
    const std::string code = admin.id_of("routing/wrapupcodes", "Resolved");
    EXPECT_EQ(admin.get(path).body["total"], 0);
    EXPECT_EQ(admin.call("POST", path, R"([{"id":")" + code + R"("}])").body[0]["name"], "Resolved");
    EXPECT_EQ(admin.get(path).body["total"], 1);
    EXPECT_EQ(admin.call("DELETE", path + "/" + code).status, 200);
    EXPECT_EQ(admin.call("DELETE", path + "/" + code).code(), "resource.not.found");
    EXPECT_EQ(admin.call("POST", path, R"([{"id":"none"}])").status, 404);
}

TEST(QueueOperations, estimate_the_wait_by_who_waits_and_who_serves) {
    Administrator admin;
    const std::string path = support_path(admin);
    const auto seconds = [&](const std::string& which) {
        return admin.get(path + which).body["results"][0]["estimatedWaitTimeSeconds"].get<int>();
    };
    EXPECT_EQ(seconds("/estimatedwaittime"), 0);
    for (const char* const customer : {"a", "b"})
        admin.driver.api("POST", inbound_target, inbound_body("hello", customer, customer));
    EXPECT_EQ(seconds("/mediatypes/message/estimatedwaittime"), 600);
    admin.driver.control("POST", "/_mock/agents/ann/on-queue");
    EXPECT_EQ(seconds("/estimatedwaittime"), 300);
}

TEST(QueueOperations, are_listed_for_the_user_who_asks) {
    Administrator admin;
    EXPECT_EQ(admin.get("routing/queues/me").code(), "not.a.user");
    EXPECT_EQ(admin.call_as("ann", "GET", "routing/queues/me").body["entities"][0]["name"], "Support");
}

}  // namespace
}  // namespace mock
