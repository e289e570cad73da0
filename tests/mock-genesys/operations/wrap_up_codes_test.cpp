#include <gtest/gtest.h>

#include "tests/mock-genesys/operations/administrator_testing.h"

namespace mock {
namespace {

constexpr std::string_view codes = "routing/wrapupcodes";

TEST(WrapUpCodeOperations, create_change_and_delete) {
    Administrator admin;
    const auto created = admin.call("POST", codes, R"({"name":"Sold","description":"d"})");
    ASSERT_EQ(created.status, 200);
    const std::string id = created.body["id"];
    EXPECT_EQ(admin.call("PUT", "routing/wrapupcodes/" + id, R"({"name":"Bought"})").body["description"],
              "d");
    EXPECT_EQ(admin.get("routing/wrapupcodes/divisionviews/" + id).body["name"], "Bought");
    EXPECT_EQ(admin.get("routing/wrapupcodes/divisionviews").body["total"], 3);
    EXPECT_EQ(admin.call("DELETE", "routing/wrapupcodes/" + id).status, 200);
    EXPECT_EQ(admin.get("routing/wrapupcodes/" + id).code(), "resource.not.found");
    EXPECT_EQ(admin.get(codes).body["total"], 2);
}

TEST(WrapUpCodeOperations, refuse_what_the_vendor_refuses) {
    Administrator admin;
    EXPECT_EQ(admin.call("POST", codes, "{}").code(), "invalid.name");
    EXPECT_EQ(admin.call("POST", codes, R"({"name":"resolved"})").code(), "duplicate.name");
    EXPECT_EQ(admin.call("POST", codes, R"({"name":"x","division":{"id":"none"}})").code(),
              "resource.not.found");
    EXPECT_EQ(admin.call("PUT", "routing/wrapupcodes/none", R"({"name":"x"})").status, 404);
}

TEST(WrapUpCodeOperations, follow_a_new_name_into_the_queues_that_offer_it) {
    Administrator admin;
    const std::string queue = "routing/queues/" + admin.id_of("routing/queues", "Support") + "/wrapupcodes";
    const std::string id = admin.id_of(codes, "Resolved");
    admin.call("POST", queue, R"([{"id":")" + id + R"("}])");
    admin.call("PUT", "routing/wrapupcodes/" + id, R"({"name":"Done"})");
    EXPECT_EQ(admin.get(queue).body["entities"][0]["name"], "Done");
    admin.call("DELETE", "routing/wrapupcodes/" + id);
    EXPECT_EQ(admin.get(queue).body["total"], 0);
}

}  // namespace
}  // namespace mock
