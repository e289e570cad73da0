#include "harness/command/run_command.h"

#include <gtest/gtest.h>

#include <mutex>
#include <sstream>

#include "harness/command/source_files.h"
#include "tests/harness/command/files_testing.h"
#include "tests/harness/runner/fake_world_testing.h"

namespace command {
namespace {

using scenario::WorldKind;

class RunCommandTest : public testing::Test {
  protected:
    void SetUp() override { folder.write_fixtures(); }

    ExitCode play(std::vector<WorldKind> kinds = {WorldKind::Simulated}) {
        settings.paths = {folder.path("s")};
        settings.worlds = std::move(kinds);
        const MakeWorld make = [this](const runner::WorldSettings& asked)
            -> std::expected<std::unique_ptr<runner::World>, runner::WorldFailure> {
            const std::lock_guard lock(mutex);
            seeds.push_back(asked.seed);
            if (failure) return std::unexpected(*failure);
            auto world = std::make_unique<runner::FakeWorld>();
            world->trace_lines = {"t=0 something with hook-secret"};
            return world;
        };
        return run(settings, {make, make}, out, err);
    }

    Folder folder;
    RunSettings settings;
    std::ostringstream out;
    std::ostringstream err;
    std::mutex mutex;  // scenarios may play at the same time
    std::vector<std::uint64_t> seeds;
    std::optional<runner::WorldFailure> failure;
};

TEST_F(RunCommandTest, prints_the_seed_first_and_last_and_a_line_for_each_file_and_world) {
    const std::string file = folder.write("s/a.yaml", good_scenario);
    settings.seed = 7;
    EXPECT_EQ(play({WorldKind::Simulated, WorldKind::Live}), ExitCode::Passed);
    const std::string line = "PASS " + file + "  [simulated, 2 steps, t=3.000s]\n";
    EXPECT_EQ(out.str(), "seed 7\n" + line + line + "2 passed, 0 failed, 0 skipped, 0 not run\nseed 7\n");
    EXPECT_EQ(seeds, (std::vector<std::uint64_t>{7, 7}));
}

TEST_F(RunCommandTest, the_seed_of_the_file_counts_unless_one_is_given) {
    folder.write("s/a.yaml", good_scenario + "seed: 5\n");
    play();
    settings.seed = 9;
    play();
    EXPECT_EQ(seeds, (std::vector<std::uint64_t>{5, 9}));
}

TEST_F(RunCommandTest, a_world_that_the_file_does_not_name_is_skipped_with_its_reason) {
    folder.write("s/a.yaml", good_scenario + "worlds: [simulated]\nbecause: it takes days\n");
    EXPECT_EQ(play({WorldKind::Live}), ExitCode::Passed);
    EXPECT_NE(out.str().find("[live: it takes days]"), std::string::npos);
    EXPECT_NE(out.str().find("0 passed, 0 failed, 1 skipped"), std::string::npos);
}

TEST_F(RunCommandTest, the_worst_file_decides_about_the_exit_code) {
    folder.write("s/a.yaml", good_scenario);
    folder.write("s/b.yaml", failing_scenario);
    EXPECT_EQ(play(), ExitCode::Failed);
    folder.write("s/c.yaml", "version: 1\n");
    EXPECT_EQ(play(), ExitCode::Invalid);
    failure = runner::WorldFailure{false, "no such program"};
    EXPECT_EQ(play(), ExitCode::Infrastructure);
    EXPECT_NE(err.str().find("no such program"), std::string::npos);
}

TEST_F(RunCommandTest, a_world_that_refuses_the_files_is_their_fault) {
    folder.write("s/a.yaml", good_scenario);
    failure = runner::WorldFailure{true, "org.yaml:1:1: wrong"};
    EXPECT_EQ(play(), ExitCode::Invalid);
}

TEST_F(RunCommandTest, no_secret_gets_into_any_artefact) {
    folder.write("s/b.yaml", failing_scenario);
    settings.junit_file = folder.path("junit.xml");
    settings.trace_file = folder.path("trace.txt");
    settings.prints_trace = true;
    EXPECT_EQ(play(), ExitCode::Failed);
    const std::string all =
        out.str() + err.str() + *read_file(settings.junit_file) + *read_file(settings.trace_file);
    EXPECT_NE(all.find("[secret]"), std::string::npos);
    EXPECT_EQ(all.find("hook-secret"), std::string::npos);
    EXPECT_NE(read_file(settings.junit_file)->find("<failure"), std::string::npos);
    EXPECT_TRUE(read_file(settings.trace_file)->starts_with("# ")) << *read_file(settings.trace_file);
}

TEST_F(RunCommandTest, writes_every_report_that_is_asked_for) {
    folder.write("s/b.yaml", failing_scenario);
    settings.json_file = folder.path("r.json");
    settings.tap_file = folder.path("r.tap");
    settings.annotates = true;
    EXPECT_EQ(play(), ExitCode::Failed);
    const std::string all = out.str() + *read_file(settings.json_file) + *read_file(settings.tap_file);
    EXPECT_NE(all.find("\"verdict\":\"failed\""), std::string::npos);
    EXPECT_NE(all.find("not ok 1 - "), std::string::npos);
    EXPECT_NE(all.find("::error file="), std::string::npos);
    EXPECT_EQ(all.find("hook-secret"), std::string::npos);
}

TEST_F(RunCommandTest, a_report_that_cannot_be_written_is_told) {
    folder.write("s/a.yaml", good_scenario);
    settings.junit_file = "/no/such/folder/junit.xml";
    EXPECT_EQ(play(), ExitCode::Infrastructure);
}

TEST_F(RunCommandTest, plays_only_what_was_selected_and_nothing_is_a_mistake) {
    folder.write("s/a.yaml", good_scenario);
    folder.write("s/b.yaml", failing_scenario);
    settings.selection.tags = {"x"};
    EXPECT_EQ(play(), ExitCode::Passed);
    EXPECT_NE(out.str().find("1 passed, 0 failed"), std::string::npos);
    settings.selection.tags = {"no-such-tag"};
    EXPECT_EQ(play(), ExitCode::Usage);
    EXPECT_NE(err.str().find("none of the scenarios in 2 files was selected"), std::string::npos);
    settings.allows_empty = true;
    EXPECT_EQ(play(), ExitCode::Passed);
}

TEST_F(RunCommandTest, prints_the_same_however_many_play_at_the_same_time) {
    for (const char* const name : {"a", "b", "c", "d", "e", "f"})
        folder.write(std::string("s/") + name + ".yaml", *name == 'c' ? failing_scenario : good_scenario);
    play();
    const std::string one_by_one = out.str();
    out.str("");
    settings.jobs = 4;
    play();
    EXPECT_EQ(out.str(), one_by_one);
}

TEST_F(RunCommandTest, plays_again_what_failed_and_forgets_it_when_it_passes) {
    folder.write("s/a.yaml", good_scenario);
    folder.write("s/b.yaml", failing_scenario);
    settings.memory_file = folder.path("memory");
    EXPECT_EQ(play(), ExitCode::Failed);
    settings.only_last_failed = true;
    out.str("");
    EXPECT_EQ(play(), ExitCode::Failed);
    EXPECT_NE(out.str().find("0 passed, 1 failed"), std::string::npos);
    folder.write("s/b.yaml", good_scenario);
    EXPECT_EQ(play(), ExitCode::Passed);
    EXPECT_EQ(play(), ExitCode::Usage);
    EXPECT_NE(err.str().find("nothing failed when scenarios were last played here"), std::string::npos);
}

TEST_F(RunCommandTest, counts_known_failures_and_skipped_scenarios_on_their_own) {
    folder.write("s/a.yaml", failing_scenario + "xfail: issue 7\n");
    folder.write("s/b.yaml", good_scenario + "skip: not today\n");
    settings.junit_file = folder.path("junit.xml");
    EXPECT_EQ(play(), ExitCode::Passed);
    EXPECT_NE(out.str().find("0 passed, 0 failed, 1 failed as expected, 1 skipped"), std::string::npos);
    EXPECT_NE(read_file(settings.junit_file)->find("skipped=\"2\""), std::string::npos);
}

TEST_F(RunCommandTest, an_interrupted_run_says_so_and_remembers_nothing) {
    folder.write("s/a.yaml", good_scenario);
    settings.memory_file = folder.path("memory");
    std::stop_source source;
    settings.stop = source.get_token();
    source.request_stop();
    EXPECT_EQ(play(), ExitCode::Interrupted);
    EXPECT_NE(out.str().find("1 not run"), std::string::npos);
    EXPECT_FALSE(std::filesystem::exists(settings.memory_file));
}

TEST_F(RunCommandTest, nothing_to_run_is_wrong_usage) { EXPECT_EQ(play(), ExitCode::Usage); }

TEST_F(RunCommandTest, skips_what_the_external_connector_cannot_play_and_says_why) {
    folder.write("s/a.yaml", good_scenario);
    settings.why_not_external = [](const scenario::Scenario& scenario) {
        return std::optional("it cannot " + scenario.title);
    };
    EXPECT_EQ(play({WorldKind::Simulated, WorldKind::Live}), ExitCode::Passed);
    EXPECT_TRUE(out.str().contains("a.yaml  [external: it cannot Good]")) << out.str();
    EXPECT_TRUE(out.str().contains("1 passed, 0 failed, 1 skipped, 0 not run")) << out.str();
}

}  // namespace
}  // namespace command
