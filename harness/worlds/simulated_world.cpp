#include "harness/worlds/simulated_world.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <utility>

#include "bridge/config/read_settings.h"
#include "bridge/service/service.h"
#include "foundation/document/fields.h"
#include "foundation/net/shared_lines.h"
#include "harness/sim/world.h"
#include "harness/worlds/eavesdropper.h"
#include "mock-genesys/core/assign_ids.h"
#include "mock-genesys/organisation/read_organisation.h"
#include "mock-genesys/service/make_service.h"

namespace worlds {
namespace {

using runner::Place;
using runner::WorldFailure;
using runner::WorldSettings;

constexpr base::Duration call_timeout = std::chrono::seconds{60};  // the runner's own limits are shorter

constexpr base::Duration crashed_for = std::chrono::seconds{1};

std::string machine_of(Place place) { return std::string(runner::name_of(place)); }

std::string_view origin_of(Place place) {
    switch (place) {
        case Place::Genesys:
            return simulated_genesys_origin;
        case Place::Bridge:
            return simulated_bridge_origin;
    }
    return {};
}

WorldFailure failure_of(const document::Problems& problems, std::string_view file, std::string_view text) {
    WorldFailure failure{.is_input = true, .message = {}};
    for (const document::Problem& problem : problems)
        failure.message += document::render(problem, file, text);
    return failure;
}

std::expected<mock::Organisation, WorldFailure> organisation_of(const WorldSettings& settings) {
    auto organisation = mock::read_organisation(settings.organisation_text);
    if (organisation) return mock::assign_ids(*std::move(organisation), settings.seed);
    return std::unexpected(
        failure_of(organisation.error(), settings.organisation_file, settings.organisation_text));
}

std::expected<bridge::Settings, WorldFailure> bridge_settings_of(const WorldSettings& settings) {
    auto read = bridge::read_settings(settings.bridge_text);
    if (!read) return std::unexpected(failure_of(read.error(), settings.bridge_file, settings.bridge_text));
    bridge::set_genesys_origin(*read, std::string(simulated_genesys_origin));
    return *std::move(read);
}

// A deployment name that the organisation does not have is a mistake that scenarios are about: nothing is
// connected.
void connect(mock::Organisation& organisation, const bridge::Settings& settings) {
    for (mock::Integration& integration : organisation.integrations)
        if (integration.name == settings.genesys.deployment_name)
            integration.webhook_url = fmt::format("{}/handover/genesysCloudOM", simulated_bridge_origin);
}

// As `mock-genesys serve` in a live world, which inherits the environment: a file for the exchanges with the
// API.
mock::ExchangeSink recorded_exchanges() {
    const char* const path = std::getenv("MOCK_GENESYS_EXCHANGES");
    if (path == nullptr) return {};
    auto lines = net::SharedLines::open(path);
    if (!lines) return {};
    return [lines = std::make_shared<net::SharedLines>(*std::move(lines))](
               const mock::ApiExchange& exchange) { lines->append(mock::encode_exchange(exchange)); };
}

class SimulatedWorld : public runner::World {
  public:
    SimulatedWorld(const WorldSettings& given, mock::Organisation organisation, bridge::Settings settings)
        : crash_is_planned_(given.bridge_crash_at_effect.has_value()), world_({.seed = given.seed}) {
        world_.add_host(machine_of(Place::Genesys), simulated_genesys_origin,
                        [this, organisation = std::move(organisation)](std::uint64_t own) {
                            return overheard(mock::make_service(organisation, own, recorded_exchanges()),
                                             Overheard::Genesys);
                        });
        world_.add_host(
            machine_of(Place::Bridge), simulated_bridge_origin,
            [this, settings = std::move(settings)](std::uint64_t own) {
                return overheard(bridge::make_service(settings, own), Overheard::Bridge);
            },
            bridge::request_body_bytes_max);
        if (!crash_is_planned_) return;
        const std::string bridge = machine_of(Place::Bridge);
        // What it does at its start has happened.
        world_.crash_at_effect(bridge,
                               std::max(*given.bridge_crash_at_effect, world_.effects_of(bridge) + 1));
    }

    std::string_view name() const override { return "simulated"; }
    base::Duration now() const override { return world_.now(); }

    runner::ReplyId send(Place to, http::Request request) override {
        return world_.send(origin_of(to), std::move(request), call_timeout).value;
    }
    std::optional<runner::Reply> take_reply(runner::ReplyId id) override {
        return world_.take_reply(sim::ReplyId{id});
    }

    runner::FeedId open_feed(Place at, http::Request request) override {
        return world_.open_stream(origin_of(at), std::move(request)).value;
    }
    std::string take_bytes(runner::FeedId id) override { return world_.take_bytes(sim::StreamId{id}); }
    bool is_open(runner::FeedId id) const override { return world_.is_open(sim::StreamId{id}); }

    bool wait(const std::function<bool()>& done, base::Duration limit) override {
        const base::Duration end = world_.now() + limit;
        bool is_done = false;  // `done` may take what it waited for, and so is not asked again
        const auto ask = [&] { return is_done = is_done || done(); };
        while (true) {
            world_.run_until([&] { return ask() || has_fallen(); }, end - world_.now());
            if (is_done || !has_fallen()) return is_done;
            if (!back_at_) back_at_ = world_.now() + crashed_for;
            world_.run_until(ask, std::min(end, *back_at_) - world_.now());
            if (is_done || world_.now() < *back_at_) return is_done;
            rise();
        }
    }

    std::string settle(base::Duration horizon) override {
        sim::Stillness stillness = world_.run_until_idle(horizon);
        if (has_fallen()) {
            world_.run_for(crashed_for);
            rise();
            stillness = world_.run_until_idle(horizon);
        }
        const std::string span = base::to_seconds_text(horizon);
        if (stillness.is_idle()) return fmt::format("no event pending within {}", span);
        return fmt::format("still pending after {}: {}", span, fmt::join(stillness.pending, "; "));
    }

    std::optional<std::string> crash(Place place) override {
        if (place == Place::Bridge && has_fallen()) {  // a story that crashes it too decides when it is back
            crash_is_planned_ = false;
            return std::nullopt;
        }
        if (!world_.is_up(machine_of(place))) return fmt::format("{} does not run", runner::name_of(place));
        world_.crash(machine_of(place));
        return std::nullopt;
    }

    std::optional<std::string> restart(Place place) override {
        if (world_.is_up(machine_of(place))) return fmt::format("{} runs already", runner::name_of(place));
        world_.restart(machine_of(place));
        return std::nullopt;
    }

    std::vector<runner::World::Overheard> take_overheard() override { return std::exchange(overheard_, {}); }

    std::vector<std::string> trace() const override { return world_.trace(); }

  private:
    // The planned crash has happened, and nobody has started the bridge again.
    bool has_fallen() const { return crash_is_planned_ && !world_.is_up(machine_of(Place::Bridge)); }
    void rise() {
        crash_is_planned_ = false;
        world_.restart(machine_of(Place::Bridge));
    }

    using Overheard = worlds::Overheard;

    std::unique_ptr<host::Host> overheard(std::unique_ptr<host::Host> host, Overheard who) {
        return std::make_unique<Eavesdropper>(
            std::move(host), who, fmt::format("{}", ++lives_),
            [this](invariants::Fact fact) { overheard_.push_back({world_.now(), std::move(fact)}); });
    }

    bool crash_is_planned_;
    std::optional<base::Duration> back_at_;
    unsigned lives_ = 0;
    std::vector<runner::World::Overheard> overheard_;
    sim::World world_;  // the last member: its Hosts refer to the others
};

}  // namespace

std::expected<std::unique_ptr<runner::World>, WorldFailure> make_simulated_world(
    const WorldSettings& settings) {
    auto organisation = organisation_of(settings);
    if (!organisation) return std::unexpected(std::move(organisation.error()));
    auto bridge = bridge_settings_of(settings);
    if (!bridge) return std::unexpected(std::move(bridge.error()));
    connect(*organisation, *bridge);
    return std::make_unique<SimulatedWorld>(settings, *std::move(organisation), *std::move(bridge));
}

}  // namespace worlds
