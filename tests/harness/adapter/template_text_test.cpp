#include "harness/adapter/template_text.h"

#include <gtest/gtest.h>

namespace adapter {
namespace {

const Values values{{"text", "a \"b\"\n/é"}, {"customer", "anna b"}};

TEST(TemplateText, puts_values_in_their_places_as_they_are_or_as_json_or_as_a_path_needs_them) {
    EXPECT_EQ(fill("<${text}> of ${customer}", values), "<a \"b\"\n/é> of anna b");
    EXPECT_EQ(fill_json(R"({"text":"${text}"})", values), R"({"text":"a \"b\"\n/é"})");
    EXPECT_EQ(fill_path("/customers/${customer}/lines", values), "/customers/anna%20b/lines");
}

TEST(TemplateText, leaves_alone_what_has_no_value_or_is_no_placeholder) {
    EXPECT_EQ(fill("${other} $text ${text", values), "${other} $text ${text");
    EXPECT_EQ(fill("", values), "");
}

TEST(TemplateText, does_not_look_for_placeholders_in_values) {
    EXPECT_EQ(fill("${a}", {{"a", "${b}"}, {"b", "no"}}), "${b}");
}

TEST(TemplateText, finds_the_first_name_that_nobody_knows) {
    EXPECT_EQ(unknown_name("${text} ${custmer} ${x}", {"text", "customer"}), "custmer");
    EXPECT_EQ(unknown_name("${text}", {"text"}), std::nullopt);
    EXPECT_EQ(unknown_name("none", {}), std::nullopt);
}

}  // namespace
}  // namespace adapter
