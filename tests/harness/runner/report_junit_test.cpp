#include "harness/runner/report_junit.h"

#include <gtest/gtest.h>

namespace runner {
namespace {

ScenarioResult result(const std::string& title, std::vector<Failure> failures) {
    ScenarioResult made;
    made.title = title;
    made.world = "simulated";
    made.seed = 7;
    made.failures = std::move(failures);
    made.took = std::chrono::milliseconds{1500};
    return made;
}

Failure failure(Blame blame) {
    Failure made;
    made.blame = blame;
    made.step_at = made.at = {1, 1};
    made.step = "expect customer.sees";
    made.wanted = "\"a\" & <b>";
    made.got = "the-secret";
    return made;
}

TEST(ReportJunit, is_this_xml) {
    const std::vector<ReportedRun> runs{
        {{"a.yaml", "x"}, result("Good", {}), {}},
        {{"b.yaml", "x"}, result("Bad", {failure(Blame::Promise)}), Redactor({"the-secret"})},
        {{"c.yaml", "x"}, result("Broken", {failure(Blame::World)}), {}}};
    const std::string xml = report_junit(runs);
    EXPECT_TRUE(xml.starts_with(R"(<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite name="simulated" tests="3" failures="1" errors="1" skipped="0" time="4.500">
    <testcase classname="scenarios.simulated" name="Good" file="a.yaml" time="1.500"/>
    <testcase classname="scenarios.simulated" name="Bad" file="b.yaml" time="1.500">
      <failure message="expect customer.sees: wanted &quot;a&quot; &amp; &lt;b&gt;, got [secret]">FAIL b.yaml:1:1)"))
        << xml;
    EXPECT_NE(xml.find("<error message="), std::string::npos);
    EXPECT_TRUE(xml.ends_with("  </testsuite>\n</testsuites>\n"));
}

TEST(ReportJunit, replaces_what_xml_cannot_hold) {
    EXPECT_EQ(escape_xml("a\x1b"
                         "b\xff"
                         "c\xC3\xA4"),
              "a\xEF\xBF\xBD"
              "b\xEF\xBF\xBD"
              "c\xC3\xA4");
    EXPECT_EQ(escape_xml("\xC3"), "\xEF\xBF\xBD");
}

}  // namespace
}  // namespace runner
