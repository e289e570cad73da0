// The promise that matters most, over real processes: the bridge is killed (SIGKILL) at random moments of a
// running handover and started again on its store, and every line of both sides arrives once and in order.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "foundation/base/random.h"
#include "foundation/json/json.h"
#include "harness/runner/requests.h"
#include "harness/runner/stage.h"
#include "harness/worlds/live_world.h"

namespace {

using namespace std::chrono_literals;
using runner::Place;

constexpr int kills = 20;
constexpr double time_scale = 10;
constexpr base::Duration kill_within =
    400ms;  // of virtual time after both sides spoke: before, in and after the exchanges
constexpr base::Duration patience = 300s;  // virtual; more than the platform's 85 s of webhook attempts

std::string read_file(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

runner::WorldSettings settings_for(const std::filesystem::path& work_directory) {
    const std::filesystem::path fixtures = std::filesystem::path(HANDOVER_SOURCE_DIR) / "fixtures";
    runner::WorldSettings settings;
    settings.organisation_file = fixtures / "organisations/first-handover.yaml";
    settings.organisation_text = read_file(settings.organisation_file);
    settings.bridge_file = fixtures / "bridges/first-handover.yaml";
    settings.bridge_text = read_file(settings.bridge_file);
    settings.time_scale = time_scale;
    settings.binary_directory = std::filesystem::path(HANDOVER_BINARY_DIR) / "bin";
    settings.work_directory = work_directory;
    return settings;
}

class KilledBridge : public testing::Test {
  protected:
    void SetUp() override {
        directory_ = std::filesystem::temp_directory_path() / ("handover-kill-" + std::to_string(::getpid()));
        std::filesystem::create_directories(directory_);
        const runner::WorldSettings settings = settings_for(directory_);
        auto world = worlds::make_live_world(settings);
        ASSERT_TRUE(world) << world.error().message;
        world_ = *std::move(world);
        stage_.emplace(*world_, runner::read_surroundings(settings.organisation_text, settings.bridge_text),
                       seed);
    }

    void TearDown() override {
        stage_.reset();
        world_.reset();
        std::filesystem::remove_all(directory_);
    }

    bool agent(std::string_view what, const runner::AgentBody& body = {}) {
        const auto reply = stage_->exchange(
            Place::Genesys, runner::agent_request("ann", what, runner::agent_body(body)), patience);
        return reply && runner::is_success(*reply);
    }

    void pass_time(base::Duration duration) {
        stage_->advance([] { return false; }, duration);
    }

    // For what only a request of our own can tell: asked again every tenth of a second.
    bool eventually(const std::function<bool()>& answered) {
        const base::Duration end = stage_->now() + patience;
        while (!answered()) {
            if (stage_->now() >= end) return false;
            pass_time(100ms);
        }
        return true;
    }

    void customer_says(const std::string& text) {
        runner::ChatClient& customer = stage_->customer("");
        customer.say(
            {.user = customer.user(), .text = text, .message_id = "line-" + std::to_string(++lines_)});
    }

    // What the customer wrote, as it stands on the agent's screen, in order; the transcript is left out.
    std::vector<std::string> agent_screen() {
        const auto reply = stage_->exchange(Place::Genesys, runner::agent_lookup("ann"), patience);
        std::vector<std::string> texts;
        if (!reply || !runner::is_success(*reply)) return texts;
        const auto body = json::parse(std::get<http::Response>(*reply).body);
        for (const auto& message : body->at("conversations").at(0).at("messages")) {
            const std::string text = message.at("text");
            if (message.at("from") == "customer" && text.starts_with("customer line")) texts.push_back(text);
        }
        return texts;
    }

    // What the chat window shows from the agent, in order.
    std::vector<std::string> customer_screen() {
        std::vector<std::string> texts;
        for (const runner::Event& event : stage_->observations().events()) {
            if (event.seen.target != scenario::Target::CustomerSees) continue;
            const auto text = event.seen.fields.find("text");
            if (text != event.seen.fields.end() && text->second.starts_with("agent line"))
                texts.push_back(text->second);
        }
        return texts;
    }

    void begin_handover() {
        ASSERT_TRUE(agent("on-queue"));
        customer_says("I want a human");
        ASSERT_TRUE(eventually([&] { return agent("accept"); })) << "no conversation alerted";
    }

    void kill_and_restart() {
        const auto not_crashed = world_->crash(Place::Bridge);
        ASSERT_FALSE(not_crashed) << *not_crashed;
        const auto not_restarted = world_->restart(Place::Bridge);
        ASSERT_FALSE(not_restarted) << *not_restarted;
        stage_->customer("").retry_now(stage_->now());
    }

    static constexpr std::uint64_t seed = 20261122;
    base::Random random_{seed};
    std::filesystem::path directory_;
    std::unique_ptr<runner::World> world_;
    std::optional<runner::Stage> stage_;
    int lines_ = 0;
};

TEST_F(KilledBridge, loses_and_doubles_nothing_at_twenty_random_moments) {
    ASSERT_NO_FATAL_FAILURE(begin_handover());
    std::vector<std::string> from_customer;
    std::vector<std::string> from_agent;
    for (int round = 1; round <= kills; ++round) {
        from_customer.push_back("customer line " + std::to_string(round));
        from_agent.push_back("agent line " + std::to_string(round));
        customer_says(from_customer.back());
        ASSERT_TRUE(agent("say", {.text = from_agent.back()}));
        pass_time(base::Duration{random_.below(static_cast<std::uint64_t>(kill_within.count()))});
        ASSERT_NO_FATAL_FAILURE(kill_and_restart());
    }
    EXPECT_TRUE(eventually([&] { return customer_screen().size() >= from_agent.size(); }));
    EXPECT_TRUE(eventually([&] { return agent_screen().size() >= from_customer.size(); }));
    pass_time(10s);  // anything doubled would come now
    EXPECT_EQ(agent_screen(), from_customer);
    EXPECT_EQ(customer_screen(), from_agent);
    EXPECT_TRUE(stage_->customer("").take_broken_promises().empty());
}

}  // namespace
