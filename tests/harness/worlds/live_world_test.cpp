#include "harness/worlds/live_world.h"

#include <gtest/gtest.h>

#include "harness/command/source_files.h"
#include "tests/harness/command/files_testing.h"

namespace worlds {
namespace {

runner::WorldSettings settings(const command::Folder& folder, const std::string& binaries) {
    const std::string fixtures = std::string(HANDOVER_SOURCE_DIR) + "/fixtures/";
    runner::WorldSettings made;
    made.organisation_file = fixtures + "organisations/first-handover.yaml";
    made.organisation_text = *command::read_file(made.organisation_file);
    made.bridge_file = fixtures + "bridges/first-handover.yaml";
    made.bridge_text = *command::read_file(made.bridge_file);
    made.binary_directory = binaries;
    made.work_directory = folder.path();
    return made;
}

TEST(LiveWorld, without_its_programs_is_the_machines_fault) {
    const command::Folder folder;
    const auto world = make_live_world(settings(folder, "/no/such/folder"));
    ASSERT_FALSE(world);
    EXPECT_FALSE(world.error().is_input);
    EXPECT_EQ(world.error().message, "cannot run /no/such/folder/mock-genesys: No such file or directory");
}

TEST(LiveWorld, answers_feeds_crashes_and_restarts) {
    const command::Folder folder;
    auto made = make_live_world(settings(folder, std::string(HANDOVER_BINARY_DIR) + "/bin"));
    ASSERT_TRUE(made) << made.error().message;
    runner::World& world = **made;
    const auto ask = [&](runner::Place place, const std::string& target) {
        const auto id = world.send(place, {.method = "GET", .target = target, .headers = {}, .body = {}});
        std::optional<runner::Reply> reply;
        world.wait([&] { return (reply = world.take_reply(id)).has_value(); }, std::chrono::seconds{30});
        return reply;
    };
    const auto status = [](const std::optional<runner::Reply>& reply) {
        const auto* const response = reply ? std::get_if<http::Response>(&*reply) : nullptr;
        return response == nullptr ? 0 : response->status;
    };
    EXPECT_EQ(status(ask(runner::Place::Genesys, "/_mock/ready")), 200);
    EXPECT_EQ(status(ask(runner::Place::Bridge, "/ready")), 200);
    EXPECT_EQ(world.crash(runner::Place::Bridge), std::nullopt);
    EXPECT_EQ(world.crash(runner::Place::Bridge), "bridge does not run");
    EXPECT_EQ(status(ask(runner::Place::Bridge, "/ready")), 0);
    EXPECT_EQ(world.restart(runner::Place::Bridge), std::nullopt);
    EXPECT_EQ(world.restart(runner::Place::Bridge), "bridge runs already");
    EXPECT_EQ(status(ask(runner::Place::Bridge, "/ready")), 200);
}

}  // namespace
}  // namespace worlds
