#include "mock-genesys/operations/resource.h"

#include <gtest/gtest.h>

namespace mock {
namespace {

TEST(Resource, matches_names_with_wildcards_at_the_ends) {
    EXPECT_TRUE(matches_name("Support", "support"));
    EXPECT_TRUE(matches_name("Support", "sup*"));
    EXPECT_TRUE(matches_name("Support", "*PORT"));
    EXPECT_TRUE(matches_name("Support", "*ppo*"));
    EXPECT_FALSE(matches_name("Support", "sup"));
    EXPECT_FALSE(matches_name("Support", "port*"));
}

TEST(Resource, chooses_by_name_and_by_a_list_of_ids) {
    const auto query = [](const char* text) { return *http::parse_form(text); };
    EXPECT_TRUE(is_chosen(query(""), "1", "x"));
    EXPECT_TRUE(is_chosen(query("id=2,1"), "1", "x"));
    EXPECT_FALSE(is_chosen(query("id=2,3"), "1", "x"));
    EXPECT_FALSE(is_chosen(query("id=1&name=y"), "1", "x"));
}

TEST(Resource, wraps_a_page_as_the_vendor_does) {
    EXPECT_EQ(
        envelope({}, 60, {25, 2}, "/api/v2/x").dump(),
        R"({"entities":[],"pageSize":25,"pageNumber":2,"total":60,"firstUri":"/api/v2/x?pageSize=25&pageNumber=1",)"
        R"("nextUri":"/api/v2/x?pageSize=25&pageNumber=3","previousUri":"/api/v2/x?pageSize=25&pageNumber=1",)"
        R"("selfUri":"/api/v2/x?pageSize=25&pageNumber=2","lastUri":"/api/v2/x?pageSize=25&pageNumber=3","pageCount":3})");
}

TEST(Resource, counts_the_versions_of_what_changes) {
    const base::Now now{{}, *base::parse_iso8601("2026-03-04T05:06:07.890Z")};
    Stamp stamp = new_stamp(now);
    EXPECT_EQ(stamp.version, 1);
    touch(stamp, now);
    EXPECT_EQ(stamp.version, 2);
    EXPECT_EQ(stamp.modified, now.utc);
}

}  // namespace
}  // namespace mock
