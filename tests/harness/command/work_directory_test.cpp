#include "harness/command/work_directory.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace command {
namespace {

TEST(WorkDirectory, goes_with_everything_in_it) {
    std::string path;
    {
        const WorkDirectory directory(WorkDirectory::Keep::No);
        ASSERT_EQ(directory.error(), "");
        path = directory.path();
        std::ofstream(path + "/file") << "x";
        EXPECT_EQ(std::filesystem::status(path).permissions(), std::filesystem::perms::owner_all);
    }
    EXPECT_FALSE(std::filesystem::exists(path));
}

TEST(WorkDirectory, stays_when_it_is_to_be_kept) {
    std::string path;
    {
        const WorkDirectory directory(WorkDirectory::Keep::Yes);
        path = directory.path();
    }
    EXPECT_TRUE(std::filesystem::exists(path));
    std::filesystem::remove_all(path);
}

}  // namespace
}  // namespace command
