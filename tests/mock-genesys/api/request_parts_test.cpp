#include "mock-genesys/api/request_parts.h"

#include <gtest/gtest.h>

namespace mock {
namespace {

TEST(RequestParts, take_a_body_as_json_unless_it_says_otherwise) {
    EXPECT_TRUE(accepts_as_json({}));
    EXPECT_TRUE(accepts_as_json({{"content-type", "Application/JSON; charset=utf-8"}}));
    EXPECT_FALSE(accepts_as_json({{"content-type", "text/plain"}}));
    EXPECT_FALSE(accepts_as_json({{"content-type", "application/x-www-form-urlencoded"}}));
}

TEST(RequestParts, read_a_flag) {
    const auto flag = [](std::string_view query) { return decode_flag(*http::parse_form(query), "f"); };
    EXPECT_EQ(flag(""), false);
    EXPECT_EQ(flag("f="), false);
    EXPECT_EQ(flag("f=true"), true);
    EXPECT_EQ(flag("f=True"), true);
    EXPECT_EQ(flag("f=false"), false);
    EXPECT_EQ(flag("f=1").error().code, "invalid.query.param.value");
}

}  // namespace
}  // namespace mock
