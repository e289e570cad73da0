// What people read when a scenario fails, word for word: failing/NAME.yaml is played in virtual time and
// prints failing/NAME.out. scripts/golden writes these files anew.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <sstream>

#include "harness/command/run_command.h"
#include "harness/command/source_files.h"
#include "harness/worlds/simulated_world.h"

namespace worlds {
namespace {

const std::string root = HANDOVER_SOURCE_DIR;

std::string without_root(std::string text) {
    for (std::size_t at = text.find(root + "/"); at != std::string::npos; at = text.find(root + "/"))
        text.erase(at, root.size() + 1);
    return text;
}

std::string played(const std::string& file) {
    command::RunSettings settings;
    settings.paths = {file};
    settings.worlds = {scenario::WorldKind::Simulated};
    std::ostringstream out;
    std::ostringstream err;
    EXPECT_NE(command::run(settings, {make_simulated_world, make_simulated_world}, out, err),
              command::ExitCode::Passed);
    return without_root(out.str());
}

TEST(FailingScenarios, say_what_their_golden_text_says) {
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(root + "/tests/harness/worlds/failing")) {
        if (entry.path().extension() != ".yaml") continue;
        std::filesystem::path golden = entry.path();
        const auto wanted = command::read_file(golden.replace_extension(".out").string());
        ASSERT_TRUE(wanted) << golden;
        EXPECT_EQ(played(entry.path().string()), *wanted) << "if this is better: scripts/golden";
        ++count;
    }
    EXPECT_GE(count, 6U);
}

}  // namespace
}  // namespace worlds
