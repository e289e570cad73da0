#include "harness/command/failure_memory.h"

#include <gtest/gtest.h>

#include "tests/harness/command/files_testing.h"

namespace command {
namespace {

using Names = std::set<std::string>;

TEST(FailureMemory, keeps_what_failed_until_it_has_passed) {
    const Folder folder;
    const FailureMemory memory(folder.path("not/yet/there"));
    EXPECT_EQ(memory.recall(), Names{});
    memory.update({"a", "b", "c"}, {"a", "b"});
    EXPECT_EQ(memory.recall(), (Names{"a", "b"}));
    memory.update({"a"}, {});
    EXPECT_EQ(memory.recall(), Names{"b"});
}

TEST(FailureMemory, leaves_no_other_file_behind) {
    const Folder folder;
    const FailureMemory memory(folder.path("m"));
    memory.update({"a"}, {"a"});
    std::size_t files = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder.path())) ++files;
    EXPECT_EQ(files, 1U);
}

TEST(FailureMemory, writes_nothing_if_nothing_has_changed_or_it_has_no_file) {
    const Folder folder;
    FailureMemory(folder.path("m")).update({"a"}, {});
    FailureMemory("").update({"a"}, {"a"});
    EXPECT_FALSE(std::filesystem::exists(folder.path("m")));
}

TEST(FailureMemory, cannot_fail_a_run) {
    const FailureMemory memory("/proc/no/such/file");
    memory.update({"a"}, {"a"});
    EXPECT_EQ(memory.recall(), Names{});
}

}  // namespace
}  // namespace command
