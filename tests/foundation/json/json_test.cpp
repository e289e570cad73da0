#include "foundation/json/json.h"

#include <gtest/gtest.h>

namespace {

TEST(Json, refuses_malformed_text_without_repeating_it) {
    const auto parsed = json::parse(R"({"secret": "abc)");
    ASSERT_FALSE(parsed);
    EXPECT_EQ(parsed.error().what, "not valid JSON at byte 16");
    for (const char* text :
         {"", "{", "{a:1}", "[1,]", "1 2", "'a'", "{\"a\":1}x", "nul", "\"\xff\"", "// c\n1"})
        EXPECT_FALSE(json::parse(text)) << text;
}

TEST(Json, refuses_deep_nesting_but_not_brackets_in_strings) {
    EXPECT_TRUE(json::parse(std::string(64, '[') + std::string(64, ']')));
    EXPECT_FALSE(json::parse(std::string(65, '[') + std::string(65, ']')));
    EXPECT_FALSE(json::parse(std::string(100'000, '[')));
    EXPECT_TRUE(json::parse("\"" + std::string(100, '[') + "\\\"" + std::string(100, '{') + "\""));
}

TEST(Json, refuses_numbers_out_of_range) { EXPECT_FALSE(json::parse("1e999")); }

TEST(Json, prints_what_a_javascript_serialiser_prints) {
    json::Ordered value;
    value["text"] = "Gr\xc3\xbc\xc3\x9f \"dich\" / \\ \n\x01 \xf0\x9f\x98\x80";
    value["n"] = 5000;
    value["list"] = json::Ordered::array();
    value["flag"] = true;
    EXPECT_EQ(json::dump(value),
              "{\"text\":\"Gr\xc3\xbc\xc3\x9f \\\"dich\\\" / \\\\ \\n\\u0001 "
              "\xf0\x9f\x98\x80\",\"n\":5000,\"list\":[],\"flag\":true}");
}

TEST(Json, replaces_bytes_that_are_no_text) { EXPECT_EQ(json::dump("a\xff"), "\"a\xef\xbf\xbd\""); }

TEST(Json, reads_members_by_type) {
    const auto value = *json::parse(R"({"s":"x","o":{},"a":[],"b":true,"i":-3,"f":1.5,"n":null})");
    EXPECT_EQ(json::text_at(value, "s"), "x");
    EXPECT_NE(json::object_at(value, "o"), nullptr);
    EXPECT_NE(json::array_at(value, "a"), nullptr);
    EXPECT_EQ(json::bool_at(value, "b"), true);
    EXPECT_EQ(json::integer_at(value, "i"), -3);
    EXPECT_EQ(json::integer_at(value, "f"), std::nullopt);
    for (const char* key : {"n", "absent", "i"}) EXPECT_EQ(json::text_at(value, key), std::nullopt);
    EXPECT_EQ(json::text_at(*json::parse("[]"), "s"), std::nullopt);
}

}  // namespace
