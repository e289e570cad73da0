#include "harness/worlds/external_world.h"

#include <gtest/gtest.h>

#include "harness/adapter/read_adapter.h"
#include "harness/command/source_files.h"
#include "harness/runner/requests.h"
#include "tests/harness/command/files_testing.h"

namespace worlds {
namespace {

const std::string connector_folder = std::string(HANDOVER_SOURCE_DIR) + "/fixtures/connectors/python";

class ExternalWorldTest : public testing::Test {
  protected:
    runner::WorldSettings settings() const {
        const std::string fixtures = std::string(HANDOVER_SOURCE_DIR) + "/fixtures/";
        runner::WorldSettings made;
        made.organisation_file = fixtures + "organisations/first-handover.yaml";
        made.organisation_text = *command::read_file(made.organisation_file);
        made.bridge_file = fixtures + "bridges/first-handover.yaml";
        made.bridge_text = *command::read_file(made.bridge_file);
        made.binary_directory = std::string(HANDOVER_BINARY_DIR) + "/bin";
        made.work_directory = folder.path();
        return made;
    }
    static adapter::Adapter python() {
        return *adapter::read_adapter(*command::read_file(connector_folder + "/adapter.yaml"));
    }
    static std::optional<runner::Reply> exchange(runner::World& world, runner::Place to,
                                                 http::Request request) {
        const auto id = world.send(to, std::move(request));
        std::optional<runner::Reply> reply;
        world.wait([&] { return (reply = world.take_reply(id)).has_value(); }, std::chrono::seconds{30});
        return reply;
    }

    command::Folder folder;
};

TEST_F(ExternalWorldTest, carries_lines_both_ways_over_somebody_elses_connector) {
    auto made = make_external_world(settings(), python(), connector_folder);
    ASSERT_TRUE(made) << made.error().message;
    runner::World& world = **made;
    EXPECT_EQ(world.name(), "external");
    EXPECT_EQ(world.connector(), invariants::Connector::SomebodyElses);

    const auto control = [&](std::string_view what, std::string body) {
        const auto reply =
            exchange(world, runner::Place::Genesys, runner::agent_request("ann", what, std::move(body)));
        return reply && runner::is_success(*reply);
    };
    ASSERT_TRUE(control("on-queue", ""));
    const auto said = exchange(world, runner::Place::Bridge,
                               runner::chat_request("t", "session-anna", {"u", "Hello", "m1"}));
    ASSERT_TRUE(said && runner::is_success(*said));
    const auto feed = world.open_feed(runner::Place::Bridge,
                                      {"GET", runner::chat_events_target("t", "session-anna"), {}, ""});
    EXPECT_TRUE(world.wait([&] { return control("accept", ""); }, std::chrono::seconds{30}));
    ASSERT_TRUE(control("say", R"({"text":"Hello Anna"})"));
    std::string bytes;
    EXPECT_TRUE(world.wait([&] { return (bytes += world.take_bytes(feed)).contains("Hello Anna"); },
                           std::chrono::seconds{30}))
        << bytes;

    // A feed that is opened again behind the last line tells nothing twice.
    const auto again = world.open_feed(
        runner::Place::Bridge,
        {"GET", runner::chat_events_target("t", "session-anna"), {{"Last-Event-ID", "1"}}, ""});
    EXPECT_FALSE(world.wait([&] { return world.take_bytes(again).contains("id: 1\n"); },
                            std::chrono::milliseconds{200}));
}

TEST_F(ExternalWorldTest, crashes_and_restarts_the_connector_and_not_the_mock) {
    auto made = make_external_world(settings(), python(), connector_folder);
    ASSERT_TRUE(made) << made.error().message;
    runner::World& world = **made;
    EXPECT_TRUE(world.crash(runner::Place::Genesys));
    EXPECT_EQ(world.crash(runner::Place::Bridge), std::nullopt);
    EXPECT_EQ(world.crash(runner::Place::Bridge), "the connector does not run");
    EXPECT_EQ(world.restart(runner::Place::Bridge), std::nullopt);
    EXPECT_EQ(world.restart(runner::Place::Bridge), "it runs already");
}

TEST_F(ExternalWorldTest, whose_connector_does_not_start_says_why) {
    adapter::Adapter broken = python();
    broken.command = {"no-such-program"};
    const auto made = make_external_world(settings(), broken, connector_folder);
    ASSERT_FALSE(made);
    EXPECT_FALSE(made.error().is_input);
    EXPECT_TRUE(made.error().message.contains("no-such-program")) << made.error().message;
}

}  // namespace
}  // namespace worlds
