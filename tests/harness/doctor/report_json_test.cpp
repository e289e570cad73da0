#include "harness/doctor/report_json.h"

#include <gtest/gtest.h>

#include "foundation/json/json.h"

namespace doctor {
namespace {

TEST(ReportJson, has_checks_and_findings_with_everything_the_text_has) {
    const Diagnosis diagnosis{.is_reached = true,
                              .checks = {{"order", Verdict::Found, "late"}},
                              .findings = {{Mistake::LateMessageRefused, "an old one", "409"}}};
    const auto report = json::parse(report_json(diagnosis, "http://h/w"));
    ASSERT_TRUE(report);
    EXPECT_EQ(report->at("url"), "http://h/w");
    EXPECT_EQ(report->at("checks").at(0).at("verdict"), "finding");
    const auto& finding = report->at("findings").at(0);
    EXPECT_EQ(finding.at("code"), "order.refused");
    EXPECT_EQ(finding.at("sent"), "an old one");
    EXPECT_EQ(finding.at("cameBack"), "409");
    EXPECT_EQ(finding.at("snippets").at("node"), "");
    for (const char* const member : {"title", "cause", "consequence", "fix"})
        EXPECT_NE(finding.at(member), "");
}

TEST(ReportJson, of_nothing_has_empty_lists) {
    const auto report = json::parse(report_json({}, "u"));
    ASSERT_TRUE(report);
    EXPECT_EQ(report->at("findings"), json::Value::array());
    EXPECT_EQ(report->at("checks"), json::Value::array());
}

}  // namespace
}  // namespace doctor
