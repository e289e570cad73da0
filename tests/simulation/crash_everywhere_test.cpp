// Every shipped scenario, with a crash of the bridge before each eighth effect that it has, or before each
// single one with HANDOVER_CRASH_EVERY=1, against a Genesys that
// does not recognise a message id which it has seen: what the bridge has acknowledged arrives, nothing
// arrives twice, and the order is kept. Steps of the scenario may fail then (who counts the attempts of a
// webhook counts others), what the customer and Genesys have got in the end may not.
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>

#include "foundation/json/json.h"
#include "harness/command/loaded_scenario.h"
#include "harness/runner/event_stream.h"
#include "harness/runner/requests.h"
#include "harness/runner/runner.h"
#include "harness/runner/surroundings.h"
#include "harness/worlds/simulated_world.h"

namespace {

using namespace std::chrono_literals;
using runner::Place;

constexpr base::Duration patience = 120s;  // longer than the 85 s of webhook attempts and every backoff
constexpr std::uint64_t effects_max = 5000;

// What happened in the end, whoever looked.
struct Outcome {
    bool has_crashed = false;
    std::map<std::string, std::vector<std::string>> inbound;     // by customer: texts at Genesys, in order
    std::map<std::string, std::vector<std::string>> from_agent;  // by customer: texts shown, in order
    std::vector<std::string> doubled;
};

std::vector<runner::ServerEvent> read_feed(runner::World& world, Place place, const std::string& target) {
    runner::EventStream stream;
    const runner::FeedId feed = world.open_feed(
        place, {.method = "GET", .target = target, .headers = {{"Host", "localhost"}}, .body = {}});
    world.wait([] { return false; }, 1s);
    return stream.push(world.take_bytes(feed));
}

void read_inbound(runner::World& world, Outcome& outcome) {
    std::set<std::string> ids;
    for (const runner::ServerEvent& event : read_feed(world, Place::Genesys, "/_mock/events?after=0")) {
        if (event.event != "message.inbound") continue;
        const auto data = json::parse(event.data);
        const std::string id = json::text_at(*data, "providerMessageId").value_or("");
        const std::string text = json::text_at(*data, "text").value_or("");
        if (!ids.insert(id).second) outcome.doubled.push_back("at Genesys: " + text);
        outcome.inbound[json::text_at(*data, "from").value_or("")].push_back(text);
    }
}

void read_chat(runner::World& world, const std::string& session, const std::string& target,
               Outcome& outcome) {
    std::set<std::string> ids;
    for (const runner::ServerEvent& event : read_feed(world, Place::Bridge, target)) {
        if (event.event != "output") continue;
        const auto data = json::parse(event.data);
        const std::string text = json::text_at(*data, "text").value_or("");
        if (!ids.insert(json::text_at(*data, "messageId").value_or("")).second)
            outcome.doubled.push_back("in the chat: " + text);
        if (json::text_at(*data, "source") == "agent") outcome.from_agent[session].push_back(text);
    }
}

class Play {
  public:
    explicit Play(const command::LoadedScenario& loaded) : loaded_(loaded) {
        settings_ = {.organisation_file = loaded.organisation.path,
                     .organisation_text = loaded.organisation.text,
                     .bridge_file = loaded.bridge.path,
                     .bridge_text = loaded.bridge.text,
                     .seed = loaded.scenario.seed.value_or(1)};
        if (settings_.organisation_text.find("\nswitches:") == std::string::npos)
            settings_.organisation_text += "\nswitches: { repeatedMessageId: append }\n";
    }

    Outcome with_crash_at(std::optional<std::uint64_t> effect) {
        settings_.bridge_crash_at_effect = effect;
        auto world = worlds::make_simulated_world(settings_);
        if (!world) throw std::runtime_error(world.error().message);
        const auto surroundings =
            runner::read_surroundings(settings_.organisation_text, settings_.bridge_text);
        const auto result =
            runner::run_scenario(loaded_.scenario, **world, surroundings, {.seed = settings_.seed});
        is_whole_ = result.passed();
        Outcome outcome;
        // A story that ended with the bridge down brings it back, as its keeper would.
        (*world)->wait([] { return false; }, 2s);
        static_cast<void>((*world)->restart(Place::Bridge));
        (*world)->wait([] { return false; }, patience);
        // A crash while the outcome is read is none of the story.
        outcome.has_crashed = std::ranges::any_of((*world)->trace(), [](const std::string& line) {
            return line.find("bridge crashes at effect") != std::string::npos;
        });
        if (effect && !outcome.has_crashed) return outcome;
        read_inbound(**world, outcome);
        for (const auto& [session, texts] : outcome.inbound)
            read_chat(**world, session, runner::chat_events_target(surroundings.url_token, session), outcome);
        return outcome;
    }
    // The last one passed to its end.
    bool is_whole() const { return is_whole_; }

  private:
    const command::LoadedScenario& loaded_;
    runner::WorldSettings settings_;
    bool is_whole_ = false;
};

class CrashEverywhere : public testing::TestWithParam<std::string> {};

std::uint64_t stride() {
    constexpr std::uint64_t stride_default = 8;
    const char* const wanted = std::getenv("HANDOVER_CRASH_EVERY");
    return wanted == nullptr ? stride_default : std::max(1UL, std::strtoul(wanted, nullptr, 10));
}

void expect_harmless(const Outcome& outcome, const Outcome& ref, bool is_whole) {
    EXPECT_THAT(outcome.doubled, testing::IsEmpty());
    if (!is_whole) return;
    EXPECT_EQ(outcome.inbound, ref.inbound);
    EXPECT_EQ(outcome.from_agent, ref.from_agent);
}

void sweep(const command::LoadedScenario& loaded) {
    Play play(loaded);
    const Outcome ref = play.with_crash_at(std::nullopt);
    ASSERT_TRUE(play.is_whole());
    std::uint64_t whole = 0;
    std::uint64_t tried = 0;
    for (std::uint64_t effect = 1; effect < effects_max; effect += stride()) {
        SCOPED_TRACE(fmt::format("{}, crash before effect {}", command::shown_name(loaded), effect));
        const Outcome outcome = play.with_crash_at(effect);
        if (!outcome.has_crashed) break;
        ++tried;
        if (play.is_whole()) ++whole;
        expect_harmless(outcome, ref, play.is_whole());
        if (testing::Test::HasFailure()) break;
    }
    fmt::print("{} of {} crashes were not noticed by the story\n", whole, tried);
}

TEST_P(CrashEverywhere, loses_and_doubles_nothing) {
    const auto text = command::read_file(GetParam());
    ASSERT_TRUE(text) << text.error();
    const auto cases = command::load({GetParam(), *text});
    ASSERT_TRUE(cases) << cases.error();
    for (const command::LoadedScenario& loaded : *cases)
        if (loaded.scenario.xfail.empty() && loaded.scenario.skip.empty()) sweep(loaded);
}

std::vector<std::string> shipped() {
    std::vector<std::string> paths;
    if (const auto files = command::collect_files({std::string(HANDOVER_SOURCE_DIR) + "/scenarios"}))
        for (const command::SourceFile& file : *files) paths.push_back(file.path);
    return paths;
}

std::string name_of(const testing::TestParamInfo<std::string>& info) {
    const std::string& path = info.param;
    const auto slash = path.rfind('/');
    std::string name = path.substr(slash + 1, path.rfind('.') - slash - 1);
    std::ranges::replace(name, '-', '_');
    return name;
}

INSTANTIATE_TEST_SUITE_P(Scenarios, CrashEverywhere, testing::ValuesIn(shipped()), name_of);

}  // namespace
