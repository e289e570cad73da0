#include "foundation/document/fields.h"

#include <gtest/gtest.h>

namespace {

using namespace std::chrono_literals;
using document::Fields;
using document::Node;
using document::Problems;

enum class Grant { Client, Code };

struct Read {
    Problems problems;
    std::string name;
    std::optional<std::string> note;
    bool published = true;
    std::int64_t seconds = 0;
    base::Duration wait{};
    Grant grant = Grant::Code;
    std::vector<std::string> members;
};

Read read(std::string_view text) {
    Read result;
    const Node node = document::parse(text).value_or(Node{});
    Fields fields(node, result.problems);
    result.name = fields.text("name");
    result.note = fields.optional_text("note");
    result.published = fields.bool_or("published", true);
    result.seconds = fields.integer_or("seconds", 86400, 300, 172800);
    result.wait = fields.duration_or("wait", 10s);
    result.grant =
        fields.one_of<Grant>("grant", {{"client", Grant::Client}, {"code", Grant::Code}}, Grant::Code);
    result.members = fields.texts("members");
    fields.finish();
    return result;
}

TEST(Fields, reads_each_type) {
    const Read got = read(
        "{name: Support, note: n, published: false, seconds: 300, wait: 2s, grant: client, members: [ann, "
        "ben]}");
    EXPECT_TRUE(got.problems.empty());
    EXPECT_EQ(got.name, "Support");
    EXPECT_EQ(got.note, "n");
    EXPECT_FALSE(got.published);
    EXPECT_EQ(got.seconds, 300);
    EXPECT_EQ(got.wait, 2s);
    EXPECT_EQ(got.grant, Grant::Client);
    EXPECT_EQ(got.members, (std::vector<std::string>{"ann", "ben"}));
}

TEST(Fields, take_the_fallback_for_what_is_left_out_or_null) {
    const Read got = read("name: x\nnote:\nmembers: ~\n");
    EXPECT_TRUE(got.problems.empty());
    EXPECT_EQ(got.note, std::nullopt);
    EXPECT_TRUE(got.published);
    EXPECT_EQ(got.seconds, 86400);
    EXPECT_TRUE(got.members.empty());
}

TEST(Fields, report_an_unknown_key_with_the_nearest_name_and_all_allowed_ones) {
    const Read got = read("name: x\npublishd: true\n");
    ASSERT_EQ(got.problems.size(), 1U);
    EXPECT_EQ(got.problems[0].at, (document::Position{2, 1}));
    EXPECT_EQ(got.problems[0].what, "unknown key 'publishd'");
    EXPECT_EQ(got.problems[0].hint,
              "did you mean 'published'? allowed here: name, note, published, seconds, wait, grant, members");
}

TEST(Fields, report_every_problem_at_once) {
    const Read got = read("published: yes\nseconds: 12\nwait: soon\ngrant: cilent\nmembers: ann\n");
    std::vector<std::string> whats;
    for (const auto& problem : got.problems) whats.push_back(problem.what);
    EXPECT_EQ(whats, (std::vector<std::string>{"'name' is missing", "'published' must be true or false",
                                               "'seconds' must be a whole number from 300 to 172800",
                                               "'wait' must be a duration", "'grant' cannot be 'cilent'",
                                               "'members' must be a list, not a single value"}));
    EXPECT_EQ(got.problems[4].hint, "did you mean 'client'? allowed here: client, code");
}

TEST(Fields, do_not_take_quoted_words_for_booleans) {
    EXPECT_EQ(read("{name: x, published: 'true'}").problems.size(), 1U);
}

TEST(Fields, refuse_a_node_that_is_no_map) {
    EXPECT_EQ(read("[1]").problems.at(0).what, "this must be a group of keys, not a list");
    EXPECT_EQ(read("{name: [a]}").problems.at(0).what, "'name' must be text, not a list");
}

}  // namespace
