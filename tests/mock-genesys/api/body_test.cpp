#include "mock-genesys/api/body.h"

#include <gtest/gtest.h>

namespace mock {
namespace {

TEST(Body, reads_what_is_there) {
    const Body body = Body::parse(
        R"({"name":"x","on":true,"n":-7,"tags":["a","b"],"headers":{"k":"v"},"division":{"id":"d1"},)"
        R"("settings":[{"minutes":1},{"minutes":2}],"nothing":null})");
    EXPECT_EQ(body.required_text("name"), "x");
    EXPECT_EQ(body.flag("on"), true);
    EXPECT_EQ(body.number("n"), -7);
    EXPECT_EQ(body.real("n"), -7.0);
    EXPECT_EQ(body.texts("tags"), (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(body.map("headers"), (std::map<std::string, std::string>{{"k", "v"}}));
    EXPECT_EQ(body.reference("division"), "d1");
    EXPECT_EQ(body.list("settings")->at(1).number("minutes"), 2);
    EXPECT_FALSE(body.has("nothing"));
    EXPECT_FALSE(body.text("absent"));
    EXPECT_FALSE(body.error());
}

TEST(Body, may_be_empty_but_not_malformed) {
    EXPECT_FALSE(Body::parse("").error());
    for (const char* const text : {"{", "[]", "1", "null"})
        EXPECT_EQ(Body::parse(text).error(), bad_request()) << text;
}

TEST(Body, remembers_the_first_thing_that_is_wrong) {
    const Body body = Body::parse(R"({"name":1,"on":"yes"})");
    EXPECT_FALSE(body.text("name"));
    EXPECT_FALSE(body.flag("on"));
    EXPECT_EQ(body.error(), schema_violation(".name should be string"));
}

TEST(Body, minds_wrong_types_everywhere) {
    const std::string_view text = R"({"k":1.5})";
    const auto fails = [&](auto read) {
        const Body body = Body::parse(text);
        read(body);
        return body.error().has_value();
    };
    EXPECT_TRUE(fails([](const Body& body) { body.number("k"); }));
    EXPECT_TRUE(fails([](const Body& body) { body.texts("k"); }));
    EXPECT_TRUE(fails([](const Body& body) { body.map("k"); }));
    EXPECT_TRUE(fails([](const Body& body) { body.object("k"); }));
    EXPECT_TRUE(fails([](const Body& body) { body.list("k"); }));
    EXPECT_TRUE(fails([](const Body& body) { body.reference("k"); }));
}

TEST(Body, asks_for_what_is_required) {
    const Body blank = Body::parse(R"({"name":"  "})");
    blank.required_text("name");
    EXPECT_EQ(blank.error(), schema_violation("should have required property 'name'"));
    const Body named = Body::parse("{}");
    named.required_text("name", not_found());
    EXPECT_EQ(named.error(), not_found());
}

TEST(Body, tells_of_an_error_in_a_part_at_the_whole) {
    const Body body = Body::parse(R"({"event":{"typing":{"on":"yes"}}})");
    body.object("event")->object("typing")->flag("on");
    EXPECT_TRUE(body.error());
}

TEST(Body, may_be_a_list) {
    EXPECT_EQ(Body::parse_list(R"([{"id":"a"},{"id":"b"}])")->at(1).text("id"), "b");
    EXPECT_EQ(*Body::parse_texts(R"(["a","b"])"), (std::vector<std::string>{"a", "b"}));
    for (const char* const text : {"", "{}", "[1]"}) {
        EXPECT_FALSE(Body::parse_list(text)) << text;
        EXPECT_FALSE(Body::parse_texts(text)) << text;
    }
}

}  // namespace
}  // namespace mock
