#include <gtest/gtest.h>

#include "tests/mock-genesys/operations/administrator_testing.h"

namespace mock {
namespace {

TEST(SkillOperations, create_list_and_delete) {
    Administrator admin;
    for (const std::string kind : {"routing/skills", "routing/languages"}) {
        const auto created = admin.call("POST", kind, R"({"name":"Escalation"})");
        ASSERT_EQ(created.status, 200) << kind;
        const std::string path = kind + "/" + created.body["id"].get<std::string>();
        EXPECT_EQ(admin.get(path).body["state"], "active");
        EXPECT_EQ(admin.get(kind + "?name=esc*").body["total"], 1);
        EXPECT_EQ(admin.call("POST", kind, R"({"name":"escalation"})").code(), "general.conflict");
        EXPECT_EQ(admin.call("POST", kind, "{}").status, 400);
        EXPECT_EQ(admin.call("DELETE", path).status, 200);
        EXPECT_EQ(admin.get(path).status, 404);
        EXPECT_EQ(admin.call("DELETE", path).status, 404);
    }
    EXPECT_EQ(admin.get("routing/skills/none").code(), "skillsservice.skillnotfound");
}

}  // namespace
}  // namespace mock
