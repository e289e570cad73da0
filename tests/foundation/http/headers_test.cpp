#include "foundation/http/headers.h"

#include <gtest/gtest.h>

namespace {

using http::Headers;

TEST(Headers, finds_a_name_in_any_case) {
    const Headers headers{{"X-Hub-Signature-256", "sha256=abc"}};
    EXPECT_EQ(headers.get("x-hub-signature-256"), "sha256=abc");
    EXPECT_EQ(headers.get("x-hub-signature"), std::nullopt);
}

TEST(Headers, gives_the_first_of_a_repeated_name) {
    Headers headers{{"Accept", "a"}};
    headers.add("accept", "b");
    EXPECT_EQ(headers.get("ACCEPT"), "a");
    EXPECT_EQ(headers.size(), 2U);
}

TEST(Headers, set_replaces_every_field_of_that_name) {
    Headers headers{{"Accept", "a"}, {"Host", "h"}, {"ACCEPT", "b"}};
    headers.set("accept", "c");
    EXPECT_EQ(headers, (Headers{{"Host", "h"}, {"accept", "c"}}));
}

TEST(Headers, know_which_fields_could_break_out_of_their_line) {
    EXPECT_TRUE(http::is_safe_field("X-Env", "test \xc3\xa9"));
    EXPECT_FALSE(http::is_safe_field("X-Env", "a\r\nSet-Cookie: b"));
    EXPECT_FALSE(http::is_safe_field("X-Env", std::string_view("a\0b", 3)));
    EXPECT_FALSE(http::is_safe_field("X Env", "a"));
    EXPECT_FALSE(http::is_safe_field("X:", "a"));
    EXPECT_FALSE(http::is_safe_field("", "a"));
}

}  // namespace
