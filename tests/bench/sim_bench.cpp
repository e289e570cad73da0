// CPU of whole stories in the simulated world: JSON, routing, signatures, storage and scenario steps
// included.
//
//   first-handover    the shipped scenario, from its first step to its last expectation, and with its three
//   files read 85-second retry   one line whose webhook times out six times: 6 x 10 s and 5 gaps of 5 s
//   in virtual time
//
// The floor is measured in the same run: parsing and printing, with the same JSON library, the bytes of a
// typical exchange.
#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <vector>

#include "foundation/json/json.h"
#include "harness/runner/requests.h"
#include "harness/runner/runner.h"
#include "harness/sim/world.h"
#include "harness/worlds/simulated_world.h"
#include "mock-genesys/organisation/read_organisation.h"
#include "mock-genesys/service/make_service.h"

namespace {

using namespace std::chrono_literals;

std::string read_file(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

double cpu_milliseconds() {
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

struct Cost {
    double best;
    double median;
};

// Milliseconds of CPU of what `prepare` returns, over `repetitions` runs after one to warm up.
Cost measure(int repetitions, const std::function<std::function<void()>()>& prepare) {
    prepare()();
    std::vector<double> samples;
    for (int i = 0; i < repetitions; ++i) {
        const std::function<void()> story = prepare();
        const double before = cpu_milliseconds();
        story();
        samples.push_back(cpu_milliseconds() - before);
    }
    std::ranges::sort(samples);
    return {samples.front(), samples.at(samples.size() / 2)};
}

void require(bool holds, std::string_view what) {
    if (holds) return;
    fmt::print(stderr, "sim_bench: {}\n", what);
    std::exit(1);
}

// The shipped scenario with everything it needs; made before the clock runs, unless the files are part of
// what is measured.
struct Handover {
    explicit Handover(const std::filesystem::path& root) {
        runner::WorldSettings settings;
        settings.organisation_text = read_file(root / "fixtures/organisations/first-handover.yaml");
        settings.bridge_text = read_file(root / "fixtures/bridges/first-handover.yaml");
        auto parsed = scenario::parse(read_file(root / "scenarios/handover/first-handover.yaml"));
        auto made = worlds::make_simulated_world(settings);
        require(parsed && made, "the first handover cannot be set up");
        scenario = *std::move(parsed);
        world = *std::move(made);
        surroundings = runner::read_surroundings(settings.organisation_text, settings.bridge_text);
    }

    void play() {
        require(runner::run_scenario(scenario, *world, surroundings, {}).passed(),
                "first-handover does not pass");
    }

    scenario::Scenario scenario;
    std::unique_ptr<runner::World> world;
    runner::Surroundings surroundings;
};

// Asks the simulated mock and returns its answer's body.
std::string ask(sim::World& world, http::Request request) {
    const auto id = world.send("http://genesys.sim:80", std::move(request), 10s);
    std::optional<sim::Reply> reply;
    world.run_until([&] { return (reply = world.take_reply(id)).has_value(); }, 10s);
    require(reply && std::holds_alternative<http::Response>(*reply), "the mock does not answer");
    const auto& response = std::get<http::Response>(*reply);
    require(response.status == 200, "the mock refuses: " + response.body);
    return std::get<http::Response>(*reply).body;
}

std::string login_token(sim::World& world) {
    http::Request login{"POST", "/oauth/token", {{"Content-Type", "application/x-www-form-urlencoded"}}, {}};
    login.body =
        "grant_type=client_credentials&client_id=7a1f7d3e-6f0a-4f6e-9d57-0c9a52f0c001"
        "&client_secret=client-secret-of-the-first-handover";
    return json::text_at(*json::parse(ask(world, login)), "access_token").value_or("");
}

// The flow's line to a receiver that never answers, until the platform gives up.
void retry_story(const std::filesystem::path& root) {
    auto organisation =
        mock::read_organisation(read_file(root / "fixtures/organisations/first-handover.yaml"));
    require(organisation.has_value(), "the organisation does not parse");
    sim::World world;
    world.add_host("genesys", "http://genesys.sim:80",
                   [&](std::uint64_t seed) { return mock::make_service(*organisation, seed); });
    // A receiver that is there and never gets to answer; what it is does not matter.
    world.add_host("receiver", "http://receiver.sim:80",
                   [](std::uint64_t seed) { return mock::make_service({}, seed); });
    world.install({.action = sim::Drop{}, .match = {.to = "receiver"}, .count = sim::unlimited});
    http::Request redirect =
        runner::post("/_mock/integrations/chatbot/webhook", R"({"url":"http://receiver.sim:80/hook"})");
    redirect.method = "PUT";
    ask(world, redirect);
    http::Request message = runner::post(
        "/api/v2/conversations/messages/1f0c8f8e-3d3a-4a5c-9d39-6b3f5b0c0a01/inbound/open/message",
        R"({"channel":{"messageId":"m1","from":{"id":"anna","idType":"Opaque"},"time":"2026-01-05T09:00:00Z"},"text":"Hello"})");
    message.headers.add("Authorization", "Bearer " + login_token(world));
    ask(world, message);
    world.run_for(100s);
    const auto attempts = std::ranges::count_if(
        world.trace(), [](const std::string& line) { return line.contains("webhook.attempt"); });
    require(attempts == 6 && world.trace().back().contains("85."),
            "the webhook was not tried six times in 85 seconds");
}

void json_floor() {
    static const std::string text =
        R"({"channel":{"messageId":"ext-000123","from":{"id":"anna@example.org","idType":"Email","nickname":"Anna"},)"
        R"("time":"2026-03-04T05:06:07.890Z","metadata":{"customAttributes":{"orderId":"42"}}},"text":"Hello","metadata":{}})";
    for (int message = 0; message < 20; ++message) {
        const auto value = json::parse(text);
        require(value.has_value(), "the floor's message does not parse");
        const json::Ordered copy = *value;
        require(!json::dump(copy).empty(), "nothing was printed");
    }
}

void print(std::string_view name, Cost cost, Cost floor, std::string_view target) {
    fmt::print("  {:<38} {:>9.3f} {:>9.3f} {:>10.1f}   {}\n", name, cost.best, cost.median,
               cost.best / floor.best, target);
}

}  // namespace

int main(int argc, char** argv) {
    const std::filesystem::path root = argc > 1 ? argv[1] : ".";
    constexpr int repetitions = 50;
    const auto whole = [&] { return std::function<void()>([&] { Handover(root).play(); }); };
    const auto prepared = [&] {
        const auto handover = std::make_shared<Handover>(root);
        return std::function<void()>([handover] { handover->play(); });
    };
    const Cost floor = measure(repetitions, [] { return json_floor; });
    fmt::print("CPU in the simulated world, {} repetitions\n  {:<38} {:>9} {:>9} {:>10}\n", repetitions, "",
               "best ms", "median ms", "x floor");
    print("floor: JSON of 20 messages", floor, floor, "");
    print("first-handover", measure(repetitions, prepared), floor, "wanted: under 2 ms");
    print("first-handover, three YAML files read", measure(repetitions, whole), floor, "");
    const Cost retries =
        measure(repetitions, [&] { return std::function<void()>([&] { retry_story(root); }); });
    print("85-second retry story", retries, floor, "wanted: under 10 ms");
    fmt::print("\n");
    return 0;
}
