#include "harness/scenario/parts.h"

#include <gtest/gtest.h>

#include <map>

#include "harness/scenario/scenario.h"

namespace scenario {
namespace {

class PartsTest : public testing::Test {
  protected:
    std::expected<std::vector<Case>, document::Problems> parse(const std::string& steps) {
        return parse_cases("version: 1\ntitle: t\nwhy: w\nsteps:\n" + steps,
                           [this](const std::string& file) -> std::expected<std::string, std::string> {
                               const auto found = files.find(file);
                               if (found == files.end()) return std::unexpected("cannot read '" + file + "'");
                               return found->second;
                           });
    }
    std::string problem_of(const std::string& steps) {
        const auto cases = parse(steps);
        if (cases) return "none";
        const document::Problem& first = cases.error().front();
        return std::to_string(first.at.line) + " " + first.what;
    }

    std::map<std::string, std::string> files{
        {"wait.part.yaml", "parameters: [time]\nsteps:\n  - after: \"${time}\"\n  - after: 2s\n"},
        {"twice.part.yaml",
         "steps:\n  - use: { file: wait.part.yaml, with: { time: 3s } }\n"
         "  - use: { file: wait.part.yaml, with: { time: 4s } }\n"},
        {"ever.part.yaml", "steps:\n  - use: { file: ever.part.yaml }\n"},
        {"wrong.part.yaml", "steps:\n  - after: 1s\n  - aftr: 1s\n"},
        {"broken.part.yaml", "steps: [\n"},
    };
};

TEST_F(PartsTest, its_steps_stand_where_the_use_stands) {
    const auto cases = parse("  - after: 1s\n  - use: { file: wait.part.yaml, with: { time: 9s } }\n");
    ASSERT_TRUE(cases) << cases.error().front().what;
    const auto& steps = cases->front().scenario.steps;
    ASSERT_EQ(steps.size(), 3U);
    EXPECT_EQ(steps[1].action, Action(TimePasses{std::chrono::seconds{9}}));
    EXPECT_EQ(steps[1].at.position.line, 6U);
    EXPECT_EQ(steps[2].at.position.line, 6U);
}

TEST_F(PartsTest, a_part_may_use_parts_but_not_without_end) {
    const auto cases = parse("  - use: { file: twice.part.yaml }\n");
    ASSERT_TRUE(cases) << cases.error().front().what;
    EXPECT_EQ(cases->front().scenario.steps.size(), 4U);
    EXPECT_NE(problem_of("  - use: { file: ever.part.yaml }\n").find("parts use parts more than 5 deep"),
              std::string::npos);
}

TEST_F(PartsTest, says_where_in_the_part_something_is_wrong) {
    EXPECT_EQ(problem_of("  - use: { file: wrong.part.yaml }\n"),
              "5 wrong.part.yaml:3:5: unknown step 'aftr'");
    EXPECT_TRUE(problem_of("  - use: { file: broken.part.yaml }\n").starts_with("5 broken.part.yaml:"));
    EXPECT_EQ(problem_of("  - use: { file: none.part.yaml }\n"), "5 cannot read 'none.part.yaml'");
}

TEST_F(PartsTest, values_must_be_those_the_part_takes) {
    EXPECT_EQ(problem_of("  - use: { file: wait.part.yaml }\n"),
              "5 wait.part.yaml:1:1: the parameter 'time' gets no value");
    EXPECT_EQ(problem_of("  - use: { file: wait.part.yaml, with: { time: 1s, tim: 2s } }\n"),
              "5 wait.part.yaml:1:1: there is no parameter 'tim'");
    EXPECT_EQ(problem_of("  - use: { file: wait.part.yaml, with: [1] }\n"),
              "5 'with' must be a group of values");
    EXPECT_EQ(problem_of("  - use: { file: wait.part.yaml, with: { time: [1] } }\n"),
              "5 'time' must be a text or a number");
}

}  // namespace
}  // namespace scenario
