#include "foundation/json/writer.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <utility>
#include <vector>

#include "foundation/json/json.h"

namespace {

TEST(JsonWriter, prints_members_in_their_order) {
    json::Writer out;
    out.begin_object();
    out.text("z", "last letter");
    out.number("n", -5);
    out.flag("yes", true);
    out.flag("no", false);
    out.text_if_any("none", std::nullopt);
    out.text_if_any("some", "thing");
    out.embedded("as is", R"({"a":[1]})");
    out.end_object();
    EXPECT_EQ(out.take(),
              R"({"z":"last letter","n":-5,"yes":true,"no":false,"some":"thing","as is":{"a":[1]}})");
}

TEST(JsonWriter, nests_objects_and_arrays_full_and_empty) {
    json::Writer out;
    out.begin_object();
    out.begin_object("o");
    out.end_object();
    out.begin_array("a");
    out.element("x");
    out.begin_object();
    out.text("y", "1");
    out.end_object();
    out.element("z");
    out.end_array();
    out.begin_array("e");
    out.end_array();
    out.end_object();
    EXPECT_EQ(out.take(), R"({"o":{},"a":["x",{"y":"1"},"z"],"e":[]})");
}

TEST(JsonWriter, escapes_what_must_be_escaped) {
    json::Writer out;
    out.begin_object();
    out.text("a\"b", "Gr\xc3\xbc\xc3\x9f \\ \n\x01 \x7f \xf0\x9f\x98\x80 \xff");
    out.end_object();
    EXPECT_EQ(out.take(),
              "{\"a\\\"b\":\"Gr\xc3\xbc\xc3\x9f \\\\ \\n\\u0001 \x7f \xf0\x9f\x98\x80 \xef\xbf\xbd\"}");
}

RC_GTEST_PROP(JsonWriter, prints_any_bytes_as_the_library_does, (const std::vector<std::string>& texts)) {
    json::Writer out;
    json::Ordered tree = json::Ordered::object();
    out.begin_object();
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const std::string key = std::to_string(i) + texts[i];
        out.text(key, texts[i]);
        tree[key] = texts[i];
    }
    out.end_object();
    RC_ASSERT(out.take() == json::dump(tree));
}

TEST(JsonWriter, prints_every_single_byte_as_the_library_does) {
    for (int byte = 0; byte < 256; ++byte) {
        const std::string text(1, static_cast<char>(byte));
        json::Writer out;
        out.begin_object();
        out.text("k", text);
        out.end_object();
        EXPECT_EQ(out.take(), json::dump({{"k", text}})) << byte;
    }
}

TEST(JsonWriterDeathTest, stops_a_program_that_leaves_something_open) {
    json::Writer out;
    out.begin_object();
    EXPECT_DEATH(out.take(), "has begun has ended");
}

TEST(JsonWriterDeathTest, stops_a_program_that_ends_what_was_not_begun) {
    json::Writer out;
    EXPECT_DEATH(out.end_object(), "only what a JSON writer has begun");
}

}  // namespace
