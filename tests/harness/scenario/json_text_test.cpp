#include "harness/scenario/json_text.h"

#include <gtest/gtest.h>

namespace scenario {
namespace {

std::string json_of(const char* yaml) { return json_text(document::parse(yaml).value()); }

TEST(JsonText, keeps_numbers_and_flags_and_quotes_everything_else) {
    EXPECT_EQ(
        json_of("{ a: 1, b: -2.5e3, c: true, d: false, e: ~, f: yes, g: 01, h: 2026-03-04 }"),
        R"({"a": 1, "b": -2.5e3, "c": true, "d": false, "e": null, "f": "yes", "g": "01", "h": "2026-03-04"})");
}

TEST(JsonText, takes_a_quoted_number_for_a_text) {
    EXPECT_EQ(json_of("[\"1\", 'true']"), R"(["1", "true"])");
}

TEST(JsonText, escapes_what_json_wants_escaped_and_leaves_the_rest) {
    EXPECT_EQ(json_of(R"("a \"b\" \\ \n \t ü 👋")"), R"("a \"b\" \\ \u000a \u0009 ü 👋")");
}

TEST(JsonText, reads_again_as_the_same_document) {
    const std::string once = json_of("{ a: [1, { b: \"x\\ny\" }], c: {}, d: [] }");
    EXPECT_EQ(json_of(once.c_str()), once);
}

}  // namespace
}  // namespace scenario
