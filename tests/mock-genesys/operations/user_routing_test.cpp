#include <gtest/gtest.h>

#include "tests/mock-genesys/operations/administrator_testing.h"

namespace mock {
namespace {

std::string path_of_ann(Administrator& admin) { return "users/" + admin.id_of("users", "Ann Agent"); }

TEST(UserRoutingOperations, put_a_user_on_queue_and_off) {
    Administrator admin;
    const std::string path = path_of_ann(admin) + "/routingstatus";
    EXPECT_EQ(admin.call("PUT", path, R"({"status":"IDLE"})").body["status"], "IDLE");
    EXPECT_EQ(admin.driver.control("GET", "/_mock/agents/ann")["onQueue"], true);
    admin.driver.api("POST", inbound_target, inbound_body("hello", "e1"));
    admin.driver.control("POST", "/_mock/agents/ann/accept");
    EXPECT_EQ(admin.get(path).body["status"], "INTERACTING");
    EXPECT_EQ(admin.call("PUT", path, R"({"status":"OFF_QUEUE"})").body["status"], "OFF_QUEUE");
    EXPECT_EQ(admin.call("PUT", path, R"({"status":"COMMUNICATING"})").code(), "general.bad.request");
}

TEST(UserRoutingOperations, take_conversations_in_the_presence_on_queue_only) {
    Administrator admin;
    const std::string path = path_of_ann(admin) + "/presences/purecloud";
    const auto present = admin.call("PATCH", path, R"({"presenceDefinition":{"systemPresence":"On Queue"}})");
    EXPECT_EQ(present.body["presenceDefinition"]["systemPresence"], "On Queue");
    EXPECT_EQ(admin.driver.control("GET", "/_mock/agents/ann")["onQueue"], true);
    admin.call("PATCH", path, R"({"presenceDefinition":{"systemPresence":"Meal"},"message":"back at one"})");
    EXPECT_EQ(admin.get(path).body["message"], "back at one");
    EXPECT_EQ(admin.driver.control("GET", "/_mock/agents/ann")["onQueue"], false);
    EXPECT_EQ(admin.call("PATCH", path, R"({"presenceDefinition":{"id":"none"}})").status, 400);
    EXPECT_EQ(admin.get("users/none/presences/purecloud").code(), "presenceservice.usernotfound");
}

struct Kind {
    std::string all;
    std::string of_user;
};

TEST(UserRoutingOperations, give_and_take_skills_and_languages) {
    for (const Kind& kind :
         {Kind{"routing/skills", "/routingskills"}, Kind{"routing/languages", "/routinglanguages"}}) {
        Administrator admin;
        const std::string id = admin.call("POST", kind.all, R"({"name":"Escalation"})").body["id"];
        const std::string path = path_of_ann(admin) + kind.of_user;
        const std::string held = R"({"id":")" + id + R"(","proficiency":3.5})";
        EXPECT_EQ(admin.call("POST", path, held).body["proficiency"], 3.5) << kind.all;
        EXPECT_EQ(admin.get(path).body["total"], 1);
        EXPECT_EQ(admin.call("POST", path, R"({"id":")" + id + R"(","proficiency":9})").status, 400);
        EXPECT_EQ(admin.call("POST", path, R"({"id":"none","proficiency":1})").status, 404);
        EXPECT_LT(admin.call("DELETE", path + "/" + id).status, 300);
        EXPECT_EQ(admin.call("DELETE", path + "/" + id).status, 404);
        EXPECT_EQ(admin.call("PATCH", path + "/bulk", "[" + held + "]").body["total"], 1);
        admin.call("DELETE", kind.all + "/" + id);
        EXPECT_EQ(admin.get(path).body["total"], 0);
    }
}

TEST(UserRoutingOperations, replace_every_skill_at_once) {
    Administrator admin;
    const std::string one = admin.call("POST", "routing/skills", R"({"name":"One"})").body["id"];
    const std::string two = admin.call("POST", "routing/skills", R"({"name":"Two"})").body["id"];
    const std::string path = path_of_ann(admin) + "/routingskills";
    admin.call("POST", path, R"({"id":")" + one + R"(","proficiency":1})");
    const auto replaced = admin.call("PUT", path + "/bulk", R"([{"id":")" + two + R"(","proficiency":2}])");
    EXPECT_EQ(replaced.body["total"], 1);
    EXPECT_EQ(replaced.body["entities"][0]["name"], "Two");
    EXPECT_EQ(admin.call("PUT", path + "/" + two, R"({"proficiency":5})").body["proficiency"], 5.0);
}

}  // namespace
}  // namespace mock
