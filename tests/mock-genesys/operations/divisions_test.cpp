#include <gtest/gtest.h>

#include "tests/mock-genesys/operations/administrator_testing.h"

namespace mock {
namespace {

TEST(DivisionOperations, create_change_and_delete) {
    Administrator admin;
    const auto created =
        admin.call("POST", "authorization/divisions", R"({"name":"North","description":"d"})");
    EXPECT_EQ(created.status, 200);
    const std::string path = "authorization/divisions/" + created.body["id"].get<std::string>();
    EXPECT_EQ(admin.call("PUT", path, R"({"name":"South","description":""})").body["name"], "South");
    EXPECT_EQ(admin.get(path).body["name"], "South");
    EXPECT_EQ(admin.call("DELETE", path).status, 204);
    EXPECT_EQ(admin.get(path).status, 404);
}

TEST(DivisionOperations, keep_home) {
    Administrator admin;
    const auto home = admin.get("authorization/divisions/home");
    EXPECT_EQ(home.body["homeDivision"], true);
    const std::string path = "authorization/divisions/" + home.body["id"].get<std::string>();
    EXPECT_EQ(admin.call("DELETE", path).code(), "precondition.failure");
    EXPECT_EQ(admin.call("PUT", path, R"({"name":"Away","description":""})").code(), "division.name.invalid");
    EXPECT_EQ(admin.get("authorization/divisions").body["total"], 1);
}

TEST(DivisionOperations, do_not_delete_one_that_something_belongs_to) {
    Administrator admin;
    const auto division =
        admin.call("POST", "authorization/divisions", R"({"name":"North","description":""})");
    const std::string id = division.body["id"];
    const auto queue =
        admin.call("POST", "routing/queues", R"({"name":"Cold","division":{"id":")" + id + R"("}})");
    EXPECT_EQ(queue.body["division"]["name"], "North");
    EXPECT_EQ(admin.call("DELETE", "authorization/divisions/" + id).code(), "precondition.failure");
    admin.call("PUT", "authorization/divisions/" + id, R"({"name":"South","description":""})");
    EXPECT_EQ(admin.get("routing/queues/" + queue.body["id"].get<std::string>()).body["division"]["name"],
              "South");
}

TEST(DivisionOperations, refuse_bad_names_and_cursors) {
    Administrator admin;
    EXPECT_EQ(admin.call("POST", "authorization/divisions", R"({"name":" "})").code(),
              "division.name.invalid");
    EXPECT_EQ(admin.call("POST", "authorization/divisions", R"({"name":"home"})").status, 409);
    EXPECT_EQ(admin.call("POST", "authorization/divisions", R"({"name":")" + std::string(300, 'x') + R"("})")
                  .code(),
              "max.length.exceeded");
    EXPECT_EQ(admin.get("authorization/divisions/query?before=a&after=b").code(),
              "both.after.and.before.provided");
    EXPECT_EQ(admin.get("authorization/divisions/query").body["entities"].size(), 1U);
    EXPECT_TRUE(admin.get("authorization/divisions/limit").body.is_number());
}

}  // namespace
}  // namespace mock
