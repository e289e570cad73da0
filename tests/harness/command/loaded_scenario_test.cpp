#include "harness/command/loaded_scenario.h"

#include <gtest/gtest.h>

#include "tests/harness/command/files_testing.h"

namespace command {
namespace {

std::expected<LoadedScenario, std::string> load_file(const std::string& path) {
    auto cases = load(collect_files({path})->front());
    if (!cases) return std::unexpected(std::move(cases.error()));
    return std::move(cases->front());
}

TEST(LoadedScenario, finds_the_fixtures_above_it) {
    const Folder folder;
    folder.write_fixtures();
    const auto loaded = load_file(folder.write("scenarios/theme/a.yaml", good_scenario));
    ASSERT_TRUE(loaded) << loaded.error();
    EXPECT_EQ(loaded->organisation.path, folder.path("fixtures/organisations/first-handover.yaml"));
    EXPECT_EQ(loaded->organisation.text, "integrations: []\n");
}

TEST(LoadedScenario, takes_named_files_relative_to_itself) {
    const Folder folder;
    folder.write_fixtures();
    folder.write("orgs/mine.yaml", "mine");
    const auto loaded =
        load_file(folder.write("scenarios/a.yaml", good_scenario + "organisation: ../orgs/mine.yaml\n"));
    ASSERT_TRUE(loaded) << loaded.error();
    EXPECT_EQ(loaded->organisation.path, folder.path("orgs/mine.yaml"));
    EXPECT_EQ(loaded->organisation.text, "mine");
}

TEST(LoadedScenario, is_cut_behind_the_line_that_was_named) {
    const Folder folder;
    folder.write_fixtures();
    const std::string file = folder.write("a.yaml", good_scenario);
    EXPECT_EQ(load_file(file + ":6")->scenario.steps.size(), 1U);
    EXPECT_EQ(load_file(file + ":99")->scenario.steps.size(), 2U);
    EXPECT_NE(load_file(file + ":2").error().find("there is no step at or above line 2"), std::string::npos);
}

TEST(LoadedScenario, says_what_is_wrong_and_what_is_missing) {
    const Folder folder;
    EXPECT_NE(
        load_file(folder.write("a.yaml", "version: 1\n")).error().find("a.yaml:1:1: 'title' is missing"),
        std::string::npos);
    EXPECT_NE(load_file(folder.write("b.yaml", good_scenario + "organisation: no.yaml\n"))
                  .error()
                  .find("cannot read"),
              std::string::npos);
}

TEST(LoadedScenario, is_one_for_each_row_of_a_matrix_and_named_by_it) {
    const Folder folder;
    folder.write_fixtures();
    const std::string file = folder.write("a.yaml",
                                          "version: 1\ntitle: t\nwhy: w\nmatrix: { wait: [1s, 2s] }\nsteps:\n"
                                          "  - after: \"${wait}\"\n");
    const auto cases = load(collect_files({file})->front());
    ASSERT_TRUE(cases) << cases.error();
    ASSERT_EQ(cases->size(), 2U);
    EXPECT_EQ(shown_name((*cases)[1]), file + " [wait=2s]");
}

}  // namespace
}  // namespace command
