#include "harness/runner/result.h"

#include <gtest/gtest.h>

namespace runner {
namespace {

ScenarioResult result(std::string xfail, std::vector<Blame> blames) {
    ScenarioResult made;
    made.xfail = std::move(xfail);
    for (const Blame blame : blames) made.failures.emplace_back().blame = blame;
    return made;
}

TEST(Result, is_judged_by_its_failures) {
    EXPECT_EQ(result("", {}).verdict(), Verdict::Passed);
    EXPECT_EQ(result("", {Blame::Promise}).verdict(), Verdict::Failed);
    EXPECT_FALSE(result("", {Blame::Promise}).is_good());
}

TEST(Result, a_known_failure_is_good_only_if_it_fails_by_a_broken_promise) {
    EXPECT_EQ(result("why", {Blame::Promise}).verdict(), Verdict::FailedAsExpected);
    EXPECT_TRUE(result("why", {Blame::Promise}).is_good());
    EXPECT_EQ(result("why", {Blame::World}).verdict(), Verdict::Failed);
    EXPECT_EQ(result("why", {Blame::Promise, Blame::Scenario}).verdict(), Verdict::Failed);
    EXPECT_EQ(result("why", {}).verdict(), Verdict::PassedAgainstExpectation);
    EXPECT_FALSE(result("why", {}).is_good());
}

TEST(Result, what_was_skipped_is_neither_passed_nor_failed) {
    ScenarioResult skipped = result("why", {});
    skipped.skipped = "not today";
    EXPECT_EQ(skipped.verdict(), Verdict::Skipped);
    EXPECT_TRUE(skipped.is_good());
}

}  // namespace
}  // namespace runner
