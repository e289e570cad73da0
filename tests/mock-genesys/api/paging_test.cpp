#include "mock-genesys/api/paging.h"

#include <gtest/gtest.h>

namespace mock {
namespace {

std::expected<Page, ApiError> page(std::string_view query) { return decode_page(*http::parse_form(query)); }

TEST(Paging, has_the_vendor_s_defaults) {
    EXPECT_EQ(page("")->size, 25U);
    EXPECT_EQ(page("")->number, 1U);
}

TEST(Paging, cuts_windows) {
    const Page third = *page("pageSize=10&pageNumber=3");
    EXPECT_EQ(third.first(), 20U);
    EXPECT_EQ(third.count_for(0), 0U);
    EXPECT_EQ(third.count_for(30), 3U);
    EXPECT_EQ(third.count_for(31), 4U);
}

TEST(Paging, refuses_numbers_that_are_none) {
    for (const std::string_view query :
         {"pageSize=0", "pageSize=501", "pageSize=x", "pageSize=1x", "pageSize=-1", "pageNumber=0",
          "pageNumber=99999999999999999999", "pageSize="})
        EXPECT_EQ(page(query).error().code, "invalid.query.param.value") << query;
}

TEST(Paging, writes_uris_without_a_host) {
    EXPECT_EQ(page_uri("/api/v2/x", *page(""), 2), "/api/v2/x?pageSize=25&pageNumber=2");
}

}  // namespace
}  // namespace mock
