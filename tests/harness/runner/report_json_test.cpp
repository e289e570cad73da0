#include "harness/runner/report_json.h"

#include "foundation/json/json.h"
#include "tests/harness/runner/playing_testing.h"

namespace runner {
namespace {

json::Value reported(ScenarioResult result, const Redactor& redact = {}) {
    const std::vector<ReportedRun> runs{{{"a.yaml", "", "status=500"}, std::move(result), redact}};
    const auto read = json::parse(report_json(runs));
    EXPECT_TRUE(read);
    return read ? (*read)["cases"][0] : json::Value{};
}

ScenarioResult failing() {
    FakeWorld world;
    return play(world, "  - customer: hook-secret\n  - expect: { customer.sees: hook-secret, within: 2s }\n");
}

TEST(ReportJson, tells_everything_of_a_failure) {
    const json::Value told = reported(failing());
    EXPECT_EQ(told["file"], "a.yaml");
    EXPECT_EQ(told["case"], "status=500");
    EXPECT_EQ(told["verdict"], "failed");
    EXPECT_EQ(told["took"], 2.0);
    ASSERT_EQ(told["steps"].size(), 2U);
    EXPECT_EQ(told["steps"][1]["verdict"], "failed");
    ASSERT_EQ(told["failures"].size(), 1U);
    const json::Value& failure = told["failures"][0];
    EXPECT_EQ(failure["blame"], "promise");
    EXPECT_EQ(failure["stepAt"]["line"], 6);
    EXPECT_EQ(failure["wanted"], "\"hook-secret\"");
    EXPECT_EQ(failure["latest"].size(), 2U);
}

TEST(ReportJson, holds_no_secret) {
    const std::vector<ReportedRun> runs{{{"a.yaml", ""}, failing(), Redactor({"hook-secret"})}};
    EXPECT_EQ(report_json(runs).find("hook-secret"), std::string::npos);
}

TEST(ReportJson, names_every_verdict_and_its_reason) {
    ScenarioResult result;
    EXPECT_EQ(reported(result)["verdict"], "passed");
    result.xfail = "issue 7";
    EXPECT_EQ(reported(result)["verdict"], "xpass");
    EXPECT_EQ(reported(result)["reason"], "issue 7");
    result.skipped = "not today";
    EXPECT_EQ(reported(result)["verdict"], "skipped");
    EXPECT_EQ(reported(result)["reason"], "not today");
    EXPECT_EQ(name_of(Verdict::FailedAsExpected), "xfail");
}

}  // namespace
}  // namespace runner
