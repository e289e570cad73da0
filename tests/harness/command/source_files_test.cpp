#include "harness/command/source_files.h"

#include <gtest/gtest.h>

#include "tests/harness/command/files_testing.h"

namespace command {
namespace {

TEST(SourceFiles, are_found_below_folders_in_order) {
    const Folder folder;
    folder.write("b/two.yaml", "2");
    folder.write("a.yaml", "1");
    folder.write("b/note.md", "no");
    const auto files = collect_files({folder.path()});
    ASSERT_TRUE(files);
    ASSERT_EQ(files->size(), 2U);
    EXPECT_EQ((*files)[0].path, folder.path("a.yaml"));
    EXPECT_EQ((*files)[1].text, "2");
}

TEST(SourceFiles, one_file_may_name_a_line) {
    const Folder folder;
    const std::string file = folder.write("a.yaml", "1");
    EXPECT_EQ(collect_files({file + ":12"})->front().line, 12U);
    EXPECT_EQ(collect_files({file})->front().line, 0U);
    EXPECT_FALSE(collect_files({file + ":12", file}));
}

TEST(SourceFiles, that_are_not_there_are_named) {
    const Folder folder;
    EXPECT_EQ(collect_files({"/no/such"}).error(), "there is no file or folder '/no/such'");
    EXPECT_NE(collect_files({folder.path()}).error().find("no scenario was found"), std::string::npos);
    EXPECT_EQ(read_file("/no/such").error(), "cannot read '/no/such'");
    EXPECT_EQ(write_file("/no/such/file", "x").error(), "cannot write '/no/such/file'");
}

TEST(SourceFiles, are_replaced_when_written) {
    const Folder folder;
    const std::string file = folder.write("a.yaml", "longer");
    ASSERT_TRUE(write_file(file, "x"));
    EXPECT_EQ(read_file(file), "x");
}

}  // namespace
}  // namespace command
