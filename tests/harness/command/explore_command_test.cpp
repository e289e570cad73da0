#include "harness/command/explore_command.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "harness/worlds/simulated_world.h"

namespace command {
namespace {

using testing::HasSubstr;

ExploreSettings settings() {
    ExploreSettings settings;
    settings.organisation = std::string(HANDOVER_SOURCE_DIR) + "/fixtures/organisations/first-handover.yaml";
    settings.bridge = std::string(HANDOVER_SOURCE_DIR) + "/fixtures/bridges/first-handover.yaml";
    settings.runs = 6;
    settings.elapsed = [] { return base::Duration{}; };
    return settings;
}

struct Result {
    ExitCode code;
    std::string out;
};
Result explored(const ExploreSettings& settings) {
    std::ostringstream out;
    std::ostringstream err;
    const ExitCode code = explore_stories(settings, worlds::make_simulated_world, out, err);
    return {code, out.str() + err.str()};
}

TEST(ExploreCommand, tells_the_seed_first_and_what_was_reached) {
    ExploreSettings some = settings();
    some.checks_determinism = true;
    const Result result = explored(some);
    EXPECT_EQ(result.code, ExitCode::Passed) << result.out;
    EXPECT_THAT(result.out, testing::StartsWith("seed 1, 6 runs, shard 1/1\n"));
    EXPECT_THAT(result.out, HasSubstr("6 runs, "));
    EXPECT_THAT(result.out, HasSubstr("0 findings, seed 1\n"));
    EXPECT_EQ(result.out, explored(some).out);
}

TEST(ExploreCommand, shards_divide_the_runs_among_them) {
    ExploreSettings first = settings();
    first.shards = 4;
    EXPECT_THAT(explored(first).out, HasSubstr("\n2 runs, "));
    first.shard = 3;
    EXPECT_THAT(explored(first).out, HasSubstr("\n1 runs, "));
}

TEST(ExploreCommand, begins_no_run_after_its_time) {
    ExploreSettings short_one = settings();
    short_one.time_limit = std::chrono::seconds{1};
    short_one.elapsed = [] { return std::chrono::seconds{2}; };
    EXPECT_THAT(explored(short_one).out, HasSubstr("\n0 runs, "));
}

TEST(ExploreCommand, a_file_that_is_wrong_is_told) {
    ExploreSettings wrong = settings();
    wrong.bridge = wrong.organisation;
    EXPECT_EQ(explored(wrong).code, ExitCode::Invalid);
}

TEST(Replay, answers_as_git_bisect_asks) {
    const std::string path = testing::TempDir() + "/replayed.yaml";
    const auto answer = [&](const std::string& steps) {
        const ExploreSettings files = settings();
        std::ofstream(path) << "version: 1\ntitle: t\nwhy: w\norganisation: "
                            << std::filesystem::relative(files.organisation, testing::TempDir()).string()
                            << "\nbridge: "
                            << std::filesystem::relative(files.bridge, testing::TempDir()).string()
                            << "\nsteps:\n"
                            << steps;
        std::ostringstream out;
        return replay(path, worlds::make_simulated_world, out, out);
    };
    EXPECT_EQ(answer("  - customer: hello\n  - heal: 1m\n"), 0);
    EXPECT_EQ(answer("  - customer: hello\n  - expect: { customer.sees: nonsense }\n"), 1);
    EXPECT_EQ(answer("  - agent(nobody).on-queue\n"), 125);
    EXPECT_EQ(answer("  - nonsense\n"), 125);
}

}  // namespace
}  // namespace command
