#include "harness/command/file_commands.h"

#include <gtest/gtest.h>

#include <sstream>

#include "tests/harness/command/files_testing.h"

namespace command {
namespace {

TEST(FileCommands, check_counts_what_is_right_and_names_what_is_wrong) {
    const Folder folder;
    folder.write_fixtures();
    folder.write("s/a.yaml", good_scenario);
    std::ostringstream out;
    std::ostringstream err;
    EXPECT_EQ(check({folder.path("s")}, out, err), ExitCode::Passed);
    EXPECT_EQ(out.str(), "1 file is right\n");
    folder.write("s/b.yaml", "version: 1\n");
    EXPECT_EQ(check({folder.path("s")}, out, err), ExitCode::Invalid);
    EXPECT_NE(err.str().find("b.yaml:1:1: 'title' is missing"), std::string::npos);
}

TEST(FileCommands, list_has_one_line_for_each_file) {
    const Folder folder;
    folder.write_fixtures();
    const std::string file = folder.write("a.yaml", good_scenario);
    std::ostringstream out;
    std::ostringstream err;
    EXPECT_EQ(list({file}, out, err), ExitCode::Passed);
    EXPECT_EQ(out.str(), file + "  [simulated+live]  Good  (x)\n");
}

TEST(FileCommands, lint_names_what_is_most_likely_not_meant) {
    const Folder folder;
    folder.write_fixtures();
    const std::string file = folder.write("a.yaml", good_scenario);
    std::ostringstream out;
    std::ostringstream err;
    EXPECT_EQ(lint({file}, out, err), ExitCode::Failed);
    EXPECT_NE(out.str().find("a.yaml:7:5: nothing is expected"), std::string::npos) << out.str();
    EXPECT_NE(out.str().find("1 finding\n"), std::string::npos);
    EXPECT_EQ(lint({folder.write("b.yaml", failing_scenario)}, out, err), ExitCode::Passed);
}

TEST(FileCommands, nothing_to_look_at_is_wrong_usage) {
    std::ostringstream out;
    std::ostringstream err;
    EXPECT_EQ(check({"/no/such"}, out, err), ExitCode::Usage);
    EXPECT_EQ(err.str(), "there is no file or folder '/no/such'\n");
}

}  // namespace
}  // namespace command
