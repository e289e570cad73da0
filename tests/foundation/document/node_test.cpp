#include "foundation/document/node.h"

#include <gtest/gtest.h>

namespace {

using document::Node;
using document::parse;
using document::Position;

std::string problem_of(std::string_view text) {
    const auto node = parse(text);
    if (node) return "none";
    return std::to_string(node.error().at.line) + ":" + std::to_string(node.error().at.column) + " " +
           node.error().what;
}

TEST(Document, keeps_where_every_value_and_key_stands) {
    const auto root = parse("version: 1\nqueues:\n  - name: Support\n    id: d5\n");
    ASSERT_TRUE(root);
    EXPECT_EQ(root->find("version")->at, (Position{1, 10}));
    const Node& queue = root->find("queues")->items.at(0);
    EXPECT_EQ(queue.entries.at(1).key, "id");
    EXPECT_EQ(queue.entries.at(1).key_at, (Position{4, 5}));
    EXPECT_EQ(queue.find("id")->at, (Position{4, 9}));
}

TEST(Document, reads_json_as_the_subset_it_is) {
    const auto root = parse(R"({"version": 1, "steps": [{"after": "4s"}, null, true]})");
    ASSERT_TRUE(root);
    EXPECT_EQ(root->find("steps")->items.at(0).find("after")->scalar, "4s");
    EXPECT_TRUE(root->find("steps")->items.at(0).find("after")->quoted);
    EXPECT_EQ(root->find("steps")->items.at(1).kind, Node::Kind::Null);
    EXPECT_FALSE(root->find("steps")->items.at(2).quoted);
}

TEST(Document, is_nothing_when_the_file_is_empty) {
    EXPECT_EQ(parse("")->kind, Node::Kind::Null);
    EXPECT_EQ(parse("# only a comment\n")->kind, Node::Kind::Null);
}

TEST(Document, names_the_place_of_a_syntax_error) {
    EXPECT_EQ(problem_of("a: [1, 2\nb: 3\n").substr(0, 4), "2:2 ");
    EXPECT_TRUE(problem_of("a: b: c").contains("not valid YAML"));
}

TEST(Document, says_where_a_quote_begins_that_is_never_closed) {
    for (const char* const text :
         {"a: 1\nb: \"open\n  - c\n", "a: 1\nb: 'open", "a: 1\nb: \"", "a: 1\nb: [\"x"}) {
        const auto root = document::parse(text);
        ASSERT_FALSE(root) << text;
        EXPECT_EQ(root.error().what, "this quote is never closed") << text;
        EXPECT_EQ(root.error().at.line, 2U) << text;
    }
}

TEST(Document, a_block_text_may_be_the_last_thing_of_a_file) {
    for (const char* const text : {"a: |\n  one\n  # two\n", "a: |\n  one\n  # two"}) {
        const auto root = document::parse(text);
        ASSERT_TRUE(root) << text;
        EXPECT_TRUE(root->find("a")->scalar.starts_with("one\n# two")) << root->find("a")->scalar;
        EXPECT_FALSE(root->find("a")->scalar.contains("end of")) << root->find("a")->scalar;
    }
}

TEST(Document, refuses_a_key_that_stands_twice) {
    EXPECT_EQ(problem_of("a: 1\nb: 2\na: 3\n"), "3:1 the key 'a' stands here twice");
}

TEST(Document, refuses_what_makes_small_files_grow_or_types_surprise) {
    EXPECT_TRUE(problem_of("a: &x 1").contains("anchors"));
    EXPECT_TRUE(problem_of("a: &x 1\nb: *x").contains("anchors"));
    EXPECT_TRUE(problem_of("a: !!binary abc").contains("tag"));
    EXPECT_TRUE(problem_of("a: 1\n---\nb: 2\n").contains("second document"));
    EXPECT_TRUE(problem_of("? [a]\n: 1").contains("key"));
    EXPECT_TRUE(problem_of(std::string(100, '[')).contains("deeper than 64"));
    EXPECT_TRUE(problem_of(std::string(document::bytes_max + 1, ' ')).contains("larger than"));
}

TEST(Document, refuses_bytes_that_are_no_text) {
    EXPECT_EQ(problem_of("a: 1\nb: \xff"), "2:4 not valid UTF-8");
    EXPECT_EQ(problem_of("a: \xc0\x80"), "1:4 not valid UTF-8");
    EXPECT_TRUE(problem_of(std::string_view("a: \0", 4)).contains("NUL"));
    EXPECT_EQ(problem_of("a: \xf0\x9f\x98\x80"), "none");
}

TEST(Document, shows_a_problem_with_its_line_and_a_caret) {
    const document::Problem problem{{2, 3}, "unknown key 'nam'", "did you mean 'name'?"};
    EXPECT_EQ(document::render(problem, "org.yaml", "version: 1\n  nam: x\n"),
              "org.yaml:2:3: unknown key 'nam'\n"
              "   2 |   nam: x\n"
              "     |   ^\n"
              "       did you mean 'name'?\n");
}

TEST(Document, shows_a_problem_of_a_whole_file_without_a_line) {
    EXPECT_EQ(document::render({{1, 1}, "empty", ""}, "x.yaml", ""), "x.yaml:1:1: empty\n");
}

}  // namespace
