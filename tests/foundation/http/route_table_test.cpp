#include "foundation/http/route_table.h"

#include <gtest/gtest.h>

namespace {

using Table = http::RouteTable<int>;
using Found = http::RouteFound<int>;

Table messaging_routes() {
    Table table;
    table.add("POST", "/messages/{integrationId}/inbound/open/message", 1);
    table.add("GET", "/messages/{conversationId}", 2);
    table.add("PATCH", "/messages/{conversationId}", 3);
    table.add("GET", "/messages/{conversationId}/details", 4);
    table.add("GET", "/messages/media/details", 5);
    return table;
}

TEST(RouteTable, binds_parameters_decoded) {
    const Table table = messaging_routes();
    const auto result = table.find("GET", "/messages/a%20b?x=1");
    ASSERT_TRUE(std::holds_alternative<Found>(result));
    EXPECT_EQ(*std::get<Found>(result).value, 2);
    EXPECT_EQ(std::get<Found>(result).parameters.get("conversationId"), "a b");
}

TEST(RouteTable, prefers_a_literal_to_a_parameter_whatever_was_added_first) {
    const Table table = messaging_routes();
    EXPECT_EQ(*std::get<Found>(table.find("GET", "/messages/media/details")).value, 5);
    EXPECT_EQ(*std::get<Found>(table.find("GET", "/messages/other/details")).value, 4);
}

TEST(RouteTable, names_the_allowed_methods_of_a_known_path) {
    const Table table = messaging_routes();
    const auto result = table.find("DELETE", "/messages/x");
    ASSERT_TRUE(std::holds_alternative<http::MethodNotAllowed>(result));
    EXPECT_EQ(std::get<http::MethodNotAllowed>(result).allowed, (std::vector<std::string>{"GET", "PATCH"}));
}

TEST(RouteTable, does_not_know_other_paths) {
    const Table table = messaging_routes();
    for (const char* target :
         {"/messages", "/messages/", "/messages//details", "/messages/x/", "/messages/x/y/z", "", "x",
          "/messages/%zz", "/messages/x/inbound/open/message/"})
        EXPECT_TRUE(std::holds_alternative<http::PathUnknown>(table.find("GET", target))) << target;
}

}  // namespace
