#include "harness/scenario/lint.h"

#include <gtest/gtest.h>

#include "tests/harness/scenario/reading_testing.h"

namespace scenario {
namespace {

std::string findings(const std::string& steps) {
    const auto read = parse(file_with_steps(steps));
    EXPECT_TRUE(read) << problems_of(file_with_steps(steps));
    std::string out;
    if (read)
        for (const document::Problem& problem : lint(*read)) {
            EXPECT_FALSE(problem.hint.empty());
            out += std::to_string(problem.at.line) + " " + problem.what + "\n";
        }
    return out;
}

const std::string proof = "  - customer: x\n  - expect: { customer.sees: x }\n";

TEST(Lint, has_nothing_to_say_of_a_good_scenario) {
    EXPECT_EQ(
        findings(proof + "  - bridge.crashes\n  - bridge.restarts\n  - agent(ann): { text: a, capture: m }\n"
                         "  - expect: { genesys.webhook: \"${m}\" }\n"),
        "");
}

TEST(Lint, names_captures_that_nothing_uses) {
    EXPECT_EQ(findings(proof + "  - agent(ann): { text: a, capture: m }\n"),
              "7 nothing uses the capture 'm'\n");
    EXPECT_EQ(
        findings(proof + "  - agent(ann): { text: a, capture: m }\n  - agent(ann): { text: b, capture: m }\n"
                         "  - expect: { genesys.webhook: \"${m}\" }\n"),
        "7 nothing uses the capture 'm' before it is captured again\n");
}

TEST(Lint, knows_whether_the_bridge_runs) {
    EXPECT_EQ(findings(proof + "  - bridge.restarts\n"), "7 the bridge runs already\n");
    EXPECT_EQ(findings(proof + "  - bridge.crashes\n  - bridge.crashes\n"), "8 the bridge is down already\n");
    EXPECT_EQ(findings(proof + "  - bridge.crashes\n  - expect: { customer.sees: y }\n  - bridge.restarts\n"),
              "8 the bridge is down: nothing new can be seen here\n");
}

TEST(Lint, names_faults_that_nothing_meets_and_stories_that_prove_nothing) {
    EXPECT_EQ(findings(proof + "  - fault: { webhook: { answer: 503 } }\n"),
              "7 no step comes after this fault, so nothing meets it\n");
    EXPECT_EQ(findings("  - customer: x\n"), "5 nothing is expected: this scenario proves little\n");
}

}  // namespace
}  // namespace scenario
