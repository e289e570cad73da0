#include "harness/worlds/program.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "tests/harness/command/files_testing.h"

namespace worlds {
namespace {

// A script in the role of a server: the last two arguments are --port-file and its path.
class ProgramTest : public testing::Test {
  protected:
    Program program(const std::string& script) const {
        const std::string file = folder.write("server", "#!/bin/sh\nfor port_file; do :; done\n" + script);
        std::filesystem::permissions(file, std::filesystem::perms::owner_all);
        return Program({"server", file, folder.path(), {"serve"}});
    }

    command::Folder folder;
};

TEST_F(ProgramTest, is_ready_when_its_port_file_is_there_and_keeps_its_port) {
    Program server = program("echo 41234 > $port_file; exec tail -f /dev/null\n");
    ASSERT_EQ(server.start(), std::nullopt);
    EXPECT_EQ(server.origin(), "http://127.0.0.1:41234");
    EXPECT_TRUE(server.is_running());
    server.crash();
    EXPECT_FALSE(server.is_running());
    EXPECT_EQ(server.unexpected_end(), std::nullopt);
    ASSERT_EQ(server.start(), std::nullopt);
    server.stop();
    EXPECT_FALSE(server.is_running());
}

TEST_F(ProgramTest, that_ends_at_once_is_told_with_its_log) {
    Program server = program("echo 'no such key' >&2; exit 3\n");
    const auto error = server.start();
    ASSERT_TRUE(error);
    EXPECT_EQ(*error, "server ended at once with exit code 3; its log " + folder.path("server.log") +
                          " ends with:\nno such key\n");
}

TEST_F(ProgramTest, that_ends_later_is_told_too) {
    Program server = program("echo 41234 > $port_file; read line < " + folder.path("gate") + "; exit 4\n");
    ASSERT_EQ(std::system(("mkfifo " + folder.path("gate")).c_str()), 0);
    ASSERT_EQ(server.start(), std::nullopt);
    folder.write("gate", "go\n");
    while (server.is_running()) {
    }
    ASSERT_TRUE(server.unexpected_end());
    EXPECT_TRUE(server.unexpected_end()->starts_with("server has ended unexpectedly with exit code 4"));
}

TEST(GenesysPlan, names_the_organisation_and_keeps_everything_in_the_work_directory) {
    runner::WorldSettings settings;
    settings.binary_directory = "/bin-of-mine";
    settings.organisation_file = "org.yaml";
    settings.work_directory = "/work-of-mine";
    settings.seed = 7;
    const Program::Plan plan = genesys_plan(settings);
    EXPECT_EQ(plan.executable, "/bin-of-mine/mock-genesys");
    EXPECT_EQ(plan.directory, "/work-of-mine");
    EXPECT_EQ(plan.arguments,
              (std::vector<std::string>{"serve", "--org", "org.yaml", "--seed", "7", "--time-scale", "1",
                                        "--trace-file", "/work-of-mine/mock-genesys.trace"}));
}

}  // namespace
}  // namespace worlds
