#include "harness/worlds/live_world.h"

#include <fmt/format.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <utility>

#include "foundation/http/uri.h"
#include "foundation/json/json.h"
#include "foundation/net/http_client.h"
#include "harness/runner/requests.h"
#include "harness/runner/surroundings.h"
#include "harness/worlds/mailbox.h"
#include "harness/worlds/program.h"

namespace worlds {
namespace {

using runner::Place;
using runner::WorldFailure;
using runner::WorldSettings;
using SteadyClock = std::chrono::steady_clock;

constexpr base::Duration call_timeout =
    std::chrono::seconds{60};  // real time; the runner's own limits are shorter

Program::Plan bridge_plan(const WorldSettings& settings, const std::string& genesys_origin) {
    return {"handover-bridge",
            settings.binary_directory + "/handover-bridge",
            settings.work_directory,
            {"serve", "--config", settings.bridge_file, "--store",
             settings.work_directory + "/handover-bridge.store", "--genesys-origin", genesys_origin, "--seed",
             fmt::format("{}", settings.seed), "--time-scale", fmt::format("{}", settings.time_scale),
             "--trace-file", settings.work_directory + "/handover-bridge.trace"}};
}

class LiveWorld : public runner::World {
  public:
    LiveWorld(const WorldSettings& settings, std::unique_ptr<Program> genesys,
              std::unique_ptr<Program> bridge)
        : time_scale_(settings.time_scale),
          genesys_(std::move(genesys)),
          bridge_(std::move(bridge)),
          stop_(settings.stop, [this] { mailbox_.stop(); }) {}

    LiveWorld(const LiveWorld&) = delete;
    LiveWorld& operator=(const LiveWorld&) = delete;
    ~LiveWorld() override {
        bridge_->stop();
        genesys_->stop();
    }

    std::string_view name() const override { return "live"; }

    base::Duration now() const override {
        const std::chrono::duration<double, std::nano> real = SteadyClock::now() - began_;
        return base::Duration{static_cast<base::Duration::rep>(real.count() * time_scale_)};
    }

    runner::ReplyId send(Place to, http::Request request) override {
        const runner::ReplyId id = ++last_id_;
        client_.call(program(to).origin(), std::move(request), call_timeout,
                     [this, id](net::CallResult result) { mailbox_.put_reply(id, std::move(result)); });
        return id;
    }

    std::optional<runner::Reply> take_reply(runner::ReplyId id) override { return mailbox_.take_reply(id); }

    runner::FeedId open_feed(Place at, http::Request request) override {
        const runner::FeedId id = ++last_id_;
        mailbox_.open_feed(id);
        client_.open_stream(
            program(at).origin(), std::move(request),
            [this, id](std::string_view bytes) { mailbox_.put_bytes(id, bytes); },
            [this, id] { mailbox_.close_feed(id); });
        return id;
    }

    std::string take_bytes(runner::FeedId id) override { return mailbox_.take_bytes(id); }
    bool is_open(runner::FeedId id) const override { return mailbox_.is_open(id); }

    bool wait(const std::function<bool()>& done, base::Duration limit) override {
        return mailbox_.wait(done, SteadyClock::now() + to_real(limit));
    }

    std::string settle(base::Duration horizon) override {
        mailbox_.wait([] { return false; }, SteadyClock::now() + to_real(horizon));
        return fmt::format("nothing came while waiting {}", base::to_seconds_text(horizon));
    }

    std::optional<std::string> crash(Place place) override {
        if (auto ended = program(place).unexpected_end()) return ended;
        if (!program(place).is_running()) return fmt::format("{} does not run", runner::name_of(place));
        program(place).crash();
        return std::nullopt;
    }

    std::optional<std::string> restart(Place place) override {
        if (program(place).is_running()) return fmt::format("{} runs already", runner::name_of(place));
        return program(place).start();
    }

    // Two seconds of real time: connections are independent of each other.
    base::Duration feed_lag() const override { return scaled(std::chrono::seconds{2}); }

    std::vector<std::string> trace() const override { return {}; }
    bool is_stopped() const override { return mailbox_.is_stopped(); }

    // Until this is done, the bridge gets no webhooks.
    std::optional<std::string> connect(const std::string& integration) {
        json::Ordered body{{"url", bridge_->origin() + "/handover/genesysCloudOM"}};
        http::Request request =
            runner::post(fmt::format("/_mock/integrations/{}/webhook", http::percent_encode(integration)),
                         json::dump(body));
        request.method = "PUT";
        const runner::ReplyId id = send(Place::Genesys, std::move(request));
        std::optional<runner::Reply> reply;
        wait([&] { return (reply = take_reply(id)).has_value(); }, scaled(call_timeout));
        if (reply && runner::is_success(*reply)) return std::nullopt;
        return fmt::format("cannot point the webhook of '{}' at the bridge: {}", integration,
                           reply ? runner::describe(*reply) : "no answer");
    }

  private:
    Program& program(Place place) const { return place == Place::Genesys ? *genesys_ : *bridge_; }
    SteadyClock::duration to_real(base::Duration duration) const {
        const std::chrono::duration<double, std::nano> virtual_time = duration;
        return std::chrono::duration_cast<SteadyClock::duration>(virtual_time / time_scale_);
    }
    base::Duration scaled(base::Duration real) const {
        return base::Duration{
            static_cast<base::Duration::rep>(static_cast<double>(real.count()) * time_scale_)};
    }

    SteadyClock::time_point began_ = SteadyClock::now();
    double time_scale_;
    std::unique_ptr<Program> genesys_;
    std::unique_ptr<Program> bridge_;
    std::uint64_t last_id_ = 0;
    Mailbox mailbox_;
    std::stop_callback<std::function<void()>> stop_;
    net::HttpClient client_;  // the last member: no callback runs once it is gone
};

}  // namespace

std::expected<std::unique_ptr<runner::World>, WorldFailure> make_live_world(const WorldSettings& settings) {
    auto genesys = std::make_unique<Program>(genesys_plan(settings));
    if (const auto error = genesys->start()) return std::unexpected(WorldFailure{false, *error});
    auto bridge = std::make_unique<Program>(bridge_plan(settings, genesys->origin()));
    if (const auto error = bridge->start()) return std::unexpected(WorldFailure{false, *error});
    auto world = std::make_unique<LiveWorld>(settings, std::move(genesys), std::move(bridge));
    const auto surroundings = runner::read_surroundings(settings.organisation_text, settings.bridge_text);
    if (const auto error = world->connect(surroundings.deployment))
        return std::unexpected(WorldFailure{false, *error});
    return world;
}

}  // namespace worlds
