#include "harness/runner/report_lines.h"

#include <gtest/gtest.h>

namespace runner {
namespace {

ScenarioResult result(std::string title, std::vector<std::string> wanted = {}) {
    ScenarioResult made;
    made.title = std::move(title);
    made.world = "simulated";
    for (std::string& one : wanted) {
        Failure& failure = made.failures.emplace_back();
        failure.step_at = failure.at = {12, 5};
        failure.step = "expect customer.sees";
        failure.wanted = std::move(one);
        failure.got = "the-secret";
    }
    return made;
}

std::vector<ReportedRun> runs() {
    ScenarioResult skipped = result("Later");
    skipped.skipped = "not today";
    ScenarioResult known = result("Known", {"x"});
    known.xfail = "issue #7";
    return {{{"a.yaml", ""}, result("Good # one"), {}},
            {{"b,c.yaml", ""}, result("Bad", {"100%\nof it"}), Redactor({"the-secret"})},
            {{"c.yaml", ""}, skipped, {}},
            {{"d.yaml", ""}, known, {}}};
}

TEST(ReportLines, tap_has_one_line_for_each_case_and_its_directives) {
    const std::string tap = report_tap(runs());
    EXPECT_TRUE(
        tap.starts_with("TAP version 14\n1..4\nok 1 - a.yaml Good \\# one [simulated]\n"
                        "not ok 2 - b,c.yaml Bad [simulated]\n# FAIL b,c.yaml:12:5"))
        << tap;
    EXPECT_NE(tap.find("\nok 3 - c.yaml Later [simulated] # SKIP not today\n"), std::string::npos);
    EXPECT_TRUE(tap.ends_with("not ok 4 - d.yaml Known [simulated] # TODO issue \\#7\n")) << tap;
    EXPECT_EQ(tap.find("the-secret"), std::string::npos);
}

TEST(ReportLines, github_gets_an_annotation_at_the_step_of_each_failure_and_nothing_else) {
    EXPECT_EQ(
        report_github(runs()),
        "::error file=b%2Cc.yaml,line=12,col=5,title=expect customer.sees [simulated]::wanted 100%25%0Aof "
        "it, got [secret]\n");
}

TEST(ReportLines, an_unexpected_pass_is_annotated_too) {
    ScenarioResult passed = result("t");
    passed.xfail = "issue 7";
    const std::vector<ReportedRun> one{{{"a.yaml", "", "n=1"}, passed, {}}};
    EXPECT_EQ(
        report_github(one),
        "::error file=a.yaml,line=1,col=1,title=a.yaml [n=1]::it passed, but is marked as known to fail: "
        "issue 7\n");
    EXPECT_NE(report_tap(one).find("not ok 1"), std::string::npos);
}

}  // namespace
}  // namespace runner
