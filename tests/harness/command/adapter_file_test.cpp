#include "harness/command/adapter_file.h"

#include <gtest/gtest.h>

#include "tests/harness/adapter/adapter_testing.h"
#include "tests/harness/command/files_testing.h"

namespace command {
namespace {

TEST(AdapterFile, is_loaded_with_the_folder_in_which_its_connector_starts) {
    const Folder folder;
    const auto loaded = load_adapter(folder.write("mine/adapter.yaml", adapter::full_adapter));
    ASSERT_TRUE(loaded);
    EXPECT_EQ(loaded->adapter, adapter::full());
    EXPECT_EQ(loaded->directory, folder.path("mine"));
}

TEST(AdapterFile, that_is_wrong_is_reported_with_line_and_column) {
    const Folder folder;
    const auto loaded =
        load_adapter(folder.write("a.yaml", adapter::replaced(adapter::full_adapter, "${text}", "${txt}")));
    ASSERT_FALSE(loaded);
    EXPECT_EQ(loaded.error().code, ExitCode::Invalid);
    EXPECT_TRUE(loaded.error().message.contains("a.yaml:9:")) << loaded.error().message;
    EXPECT_TRUE(loaded.error().message.contains("did you mean 'text'?")) << loaded.error().message;
}

TEST(AdapterFile, that_is_not_given_or_not_there_is_a_mistake_of_the_command_line) {
    EXPECT_EQ(load_adapter("").error().code, ExitCode::Usage);
    EXPECT_TRUE(load_adapter("").error().message.contains("--adapter"));
    EXPECT_EQ(load_adapter("/nowhere/a.yaml").error().code, ExitCode::Usage);
}

}  // namespace
}  // namespace command
