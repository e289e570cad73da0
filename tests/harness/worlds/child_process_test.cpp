#include "harness/worlds/child_process.h"

#include <gtest/gtest.h>

#include "tests/harness/command/files_testing.h"

namespace worlds {
namespace {

using namespace std::chrono_literals;

class ChildProcessTest : public testing::Test {
  protected:
    std::unique_ptr<ChildProcess> start(const std::string& script) const {
        auto child = ChildProcess::start("/bin/sh", {"-c", script}, log());
        EXPECT_TRUE(child) << child.error();
        return child ? *std::move(child) : nullptr;
    }
    std::string log() const { return folder.path("log"); }

    command::Folder folder;
};

TEST_F(ChildProcessTest, writes_both_outputs_to_its_log_and_tells_how_it_ended) {
    const auto child = start("echo out; echo err >&2; exit 3");
    ASSERT_TRUE(child->ends_within(10s));
    EXPECT_EQ(child->how_it_ended(), "exit code 3");
    EXPECT_EQ(tail_of(log()), "out\nerr\n");
}

TEST_F(ChildProcessTest, gets_variables_besides_its_parents_own) {
    const auto child = ChildProcess::start("/bin/sh", {"-c", "echo $GREETING; test -n \"$PATH\""}, log(),
                                           {"GREETING=hello"});
    ASSERT_TRUE(child) << child.error();
    ASSERT_TRUE((*child)->ends_within(10s));
    EXPECT_EQ((*child)->how_it_ended(), "exit code 0");
    EXPECT_EQ(tail_of(log()), "hello\n");
}

TEST_F(ChildProcessTest, is_killed_at_once) {
    const auto child = start("exec tail -f /dev/null");
    EXPECT_TRUE(child->is_running());
    EXPECT_EQ(child->how_it_ended(), "");
    child->kill_now();
    EXPECT_EQ(child->how_it_ended(), "signal 9");
}

TEST_F(ChildProcessTest, may_end_by_itself_when_it_is_stopped) {
    const auto child = start("tail -f /dev/null & trap 'kill $!; exit 5' TERM; echo ready; wait");
    while (tail_of(log()) != "ready\n") ASSERT_FALSE(child->ends_within(1ms));
    child->stop(10s);
    EXPECT_EQ(child->how_it_ended(), "exit code 5");
}

TEST_F(ChildProcessTest, is_killed_when_it_does_not_stop) {
    const auto child = start("trap '' TERM; echo ready; exec tail -f /dev/null");
    while (tail_of(log()) != "ready\n") ASSERT_FALSE(child->ends_within(1ms));
    child->stop(20ms);
    EXPECT_EQ(child->how_it_ended(), "signal 9");
}

TEST_F(ChildProcessTest, that_does_not_exist_is_named) {
    const auto child = ChildProcess::start("/no/such/program", {}, log());
    ASSERT_FALSE(child);
    EXPECT_EQ(child.error(), "cannot run /no/such/program: No such file or directory");
}

TEST_F(ChildProcessTest, only_the_end_of_a_long_log_is_shown) {
    folder.write("log", std::string(5000, 'a') + "end");
    EXPECT_TRUE(tail_of(log()).starts_with("...a"));
    EXPECT_TRUE(tail_of(log()).ends_with("end"));
    EXPECT_LT(tail_of(log()).size(), 3000U);
}

}  // namespace
}  // namespace worlds
