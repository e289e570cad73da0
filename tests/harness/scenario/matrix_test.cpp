#include "harness/scenario/matrix.h"

#include <gtest/gtest.h>

#include "harness/scenario/scenario.h"

namespace scenario {
namespace {

std::vector<Row> rows(const std::string& text, document::Problems& problems) {
    return read_matrix(*document::parse(text), problems);
}

std::vector<std::string> names(const std::string& text) {
    document::Problems problems;
    std::vector<std::string> found;
    for (const Row& row : rows(text, problems)) found.push_back(row.name);
    EXPECT_TRUE(problems.empty());
    return found;
}

TEST(Matrix, combines_columns_with_the_last_one_changing_fastest) {
    EXPECT_EQ(names("{ status: [500, 503], first: [1, 2] }"),
              (std::vector<std::string>{"status=500, first=1", "status=500, first=2", "status=503, first=1",
                                        "status=503, first=2"}));
}

TEST(Matrix, takes_rows_as_they_are_written) {
    EXPECT_EQ(names("[{ b: x, a: 1 }, { b: y, a: 2 }]"), (std::vector<std::string>{"b=x, a=1", "b=y, a=2"}));
}

TEST(Matrix, refuses_what_makes_no_rows) {
    for (const char* const text : {"~", "word", "[]", "{}", "{ a: 1 }", "{ a: [] }", "{ a: [[1]] }",
                                   "{ a b: [1] }", "[{ a: 1 }, { b: 1 }]", "[1]", "[{}]"}) {
        document::Problems problems;
        rows(text, problems);
        EXPECT_EQ(problems.size(), 1U) << text;
    }
}

TEST(Matrix, has_a_bounded_number_of_rows) {
    std::string values = "[1";
    for (int i = 0; i < 20; ++i) values += ", 1";
    values += "]";
    document::Problems problems;
    EXPECT_TRUE(rows("{ a: " + values + ", b: " + values + " }", problems).empty());
    EXPECT_EQ(problems.size(), 1U);
}

const ReadPart no_parts = [](const std::string& name) -> std::expected<std::string, std::string> {
    return std::unexpected(name);
};

const std::string file =
    "version: 1\ntitle: t\nwhy: w\nmatrix: { who: [ann, ben], wait: [1s, 2s] }\nsteps:\n"
    "  - agent(${who}).says: \"I am ${who}\"\n  - after: \"${wait}\"\n";

TEST(Matrix, fills_keys_values_and_parts_of_texts) {
    const auto cases = parse_cases(file, no_parts);
    ASSERT_TRUE(cases) << cases.error().front().what;
    ASSERT_EQ(cases->size(), 4U);
    EXPECT_EQ((*cases)[3].name, "who=ben, wait=2s");
    EXPECT_EQ((*cases)[3].scenario.steps[0].action, Action(AgentSays{"ben", "I am ben", {}, {}}));
    EXPECT_EQ((*cases)[3].scenario.steps[1].action, Action(TimePasses{std::chrono::seconds{2}}));
}

TEST(Matrix, a_file_without_one_is_one_case_without_a_name) {
    const auto cases = parse_cases("version: 1\ntitle: t\nwhy: w\nsteps: [{ after: 1s }]\n", no_parts);
    ASSERT_TRUE(cases);
    ASSERT_EQ(cases->size(), 1U);
    EXPECT_EQ(cases->front().name, "");
}

TEST(Matrix, a_column_that_no_step_uses_is_a_mistake) {
    const auto cases = parse_cases(
        "version: 1\ntitle: t\nwhy: w\nmatrix: { a: [1, 2] }\nsteps: [{ after: 1s }]\n", no_parts);
    ASSERT_FALSE(cases);
    EXPECT_EQ(cases.error().front().what, "no step uses the column 'a' of 'matrix'");
}

}  // namespace
}  // namespace scenario
