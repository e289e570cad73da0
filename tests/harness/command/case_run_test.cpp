#include "harness/command/case_run.h"

#include <gtest/gtest.h>

#include "tests/harness/command/files_testing.h"
#include "tests/harness/runner/fake_world_testing.h"

namespace command {
namespace {

using runner::Verdict;
using scenario::WorldKind;

class CaseRunTest : public testing::Test {
  protected:
    PlayedCase play(const std::string& text, WorldKind kind = WorldKind::Simulated) {
        folder.write_fixtures();
        const auto loaded = load(collect_files({folder.write("a.yaml", text)})->front());
        EXPECT_TRUE(loaded) << loaded.error();
        if (!loaded) return {};
        const MakeWorld make = [this](const runner::WorldSettings& asked)
            -> std::expected<std::unique_ptr<runner::World>, runner::WorldFailure> {
            directories.push_back(asked.work_directory);
            auto world = std::make_unique<runner::FakeWorld>();
            world->trace_lines = {"t=0 with my-own-secret"};
            return world;
        };
        return play_case({&loaded->front(), kind}, settings, {make, make},
                         [this](const std::string& line) { progress += line; });
    }

    Folder folder;
    RunSettings settings;
    std::vector<std::string> directories;
    std::string progress;
};

TEST_F(CaseRunTest, plays_in_a_fresh_directory_that_is_gone_afterwards) {
    const PlayedCase played = play(good_scenario);
    ASSERT_TRUE(played.run);
    EXPECT_EQ(played.run->result.verdict(), Verdict::Passed);
    ASSERT_EQ(directories.size(), 1U);
    EXPECT_FALSE(std::filesystem::exists(directories.front()));
    EXPECT_NE(progress.find("running"), std::string::npos);
}

TEST_F(CaseRunTest, does_not_play_what_says_skip_unless_it_is_told_to) {
    const std::string text = good_scenario + "skip: not today\n";
    PlayedCase played = play(text);
    ASSERT_TRUE(played.run);
    EXPECT_EQ(played.run->result.verdict(), Verdict::Skipped);
    EXPECT_EQ(played.run->result.skipped, "not today");
    EXPECT_TRUE(directories.empty());
    settings.plays_skipped = true;
    EXPECT_EQ(play(text).run->result.verdict(), Verdict::Passed);
}

TEST_F(CaseRunTest, a_known_failure_is_good_and_its_passing_is_not) {
    PlayedCase played = play(failing_scenario + "xfail: issue 7\n");
    EXPECT_EQ(played.run->result.verdict(), Verdict::FailedAsExpected);
    EXPECT_EQ(played.code, ExitCode::Passed);
    played = play(good_scenario + "xfail: issue 7\n");
    EXPECT_EQ(played.run->result.verdict(), Verdict::PassedAgainstExpectation);
    EXPECT_EQ(played.code, ExitCode::Failed);
}

TEST_F(CaseRunTest, what_the_file_calls_a_secret_is_in_no_artefact) {
    const PlayedCase played = play(
        "version: 1\ntitle: t\nwhy: w\nsecrets: [my-own-secret]\nsteps:\n  - customer: my-own-secret\n"
        "  - expect: { customer.sees: my-own-secret }\n");
    const auto& run = *played.run;
    const std::string report = runner::report_failures(run.result, run.file, run.redact) + played.trace;
    EXPECT_NE(report.find("[secret]"), std::string::npos);
    EXPECT_EQ(report.find("my-own-secret"), std::string::npos);
}

TEST_F(CaseRunTest, is_not_played_after_the_stop) {
    std::stop_source source;
    settings.stop = source.get_token();
    source.request_stop();
    const PlayedCase played = play(good_scenario);
    EXPECT_FALSE(played.run);
    EXPECT_EQ(played.code, ExitCode::Interrupted);
    EXPECT_TRUE(directories.empty());
}

}  // namespace
}  // namespace command
