#include "harness/worlds/external_world.h"

#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <functional>
#include <map>
#include <utility>

#include "foundation/document/node.h"
#include "foundation/http/uri.h"
#include "foundation/json/json.h"
#include "foundation/net/http_client.h"
#include "harness/adapter/chat_translation.h"
#include "harness/runner/requests.h"
#include "harness/runner/surroundings.h"
#include "harness/worlds/connector.h"
#include "harness/worlds/mailbox.h"
#include "harness/worlds/program.h"

namespace worlds {
namespace {

using runner::Place;
using runner::WorldFailure;
using runner::WorldSettings;
using SteadyClock = std::chrono::steady_clock;

constexpr base::Duration call_timeout =
    std::chrono::seconds{60};  // real time; the runner's limits are shorter

// What a customer has been shown, and who listens to it.
struct Chat {
    std::vector<adapter::ShownLine> lines;
    std::map<runner::FeedId, std::size_t> feeds;  // how many lines each has told
    std::optional<runner::ReplyId> looking;       // the page is being fetched
    SteadyClock::time_point due;
};

std::size_t cursor_of(const http::Request& request) {
    const std::string_view text = request.headers.get("Last-Event-ID").value_or("0");
    std::size_t cursor = 0;
    std::from_chars(text.data(), text.data() + text.size(), cursor);
    return cursor;
}

class ExternalWorld : public runner::World {
  public:
    ExternalWorld(const WorldSettings& settings, adapter::Adapter adapter, std::unique_ptr<Program> genesys,
                  std::unique_ptr<Connector> connector)
        : time_scale_(settings.time_scale),
          adapter_(std::move(adapter)),
          genesys_(std::move(genesys)),
          connector_(std::move(connector)),
          stop_(settings.stop, [this] { mailbox_.stop(); }) {}

    ExternalWorld(const ExternalWorld&) = delete;
    ExternalWorld& operator=(const ExternalWorld&) = delete;
    ~ExternalWorld() override {
        connector_->stop();
        genesys_->stop();
    }

    std::string_view name() const override { return "external"; }

    base::Duration now() const override {
        const std::chrono::duration<double, std::nano> real = SteadyClock::now() - began_;
        return base::Duration{static_cast<base::Duration::rep>(real.count() * time_scale_)};
    }

    runner::ReplyId send(Place to, http::Request request) override {
        if (to == Place::Genesys) return call(genesys_->origin(), std::move(request));
        if (auto line = adapter::line_request(adapter_.says, request))
            return call(connector_->origin(), *std::move(line));
        return call(connector_->origin(), adapter::to_webhook(std::move(request), adapter_));
    }

    std::optional<runner::Reply> take_reply(runner::ReplyId id) override { return mailbox_.take_reply(id); }

    runner::FeedId open_feed(Place at, http::Request request) override {
        const runner::FeedId id = ++last_id_;
        mailbox_.open_feed(id);
        if (at == Place::Bridge) {
            chats_[adapter::session_of(request).value_or("")].feeds[id] = cursor_of(request);
            return id;
        }
        client_.open_stream(
            genesys_->origin(), std::move(request),
            [this, id](std::string_view bytes) { mailbox_.put_bytes(id, bytes); },
            [this, id] { mailbox_.close_feed(id); });
        return id;
    }

    std::string take_bytes(runner::FeedId id) override { return mailbox_.take_bytes(id); }
    bool is_open(runner::FeedId id) const override { return mailbox_.is_open(id); }

    bool wait(const std::function<bool()>& done, base::Duration limit) override {
        const auto end = SteadyClock::now() + to_real(limit);
        const auto look_and_ask = [&] {
            look_at_pages();
            return done();
        };
        while (true) {
            const auto next_look = adapter_.sees ? SteadyClock::now() + adapter_.sees->every : end;
            if (mailbox_.wait(look_and_ask, std::min(end, next_look))) return true;
            if (mailbox_.is_stopped() || SteadyClock::now() >= end) return false;
        }
    }

    std::string settle(base::Duration horizon) override {
        wait([] { return false; }, horizon);
        return fmt::format("nothing came while waiting {}", base::to_seconds_text(horizon));
    }

    std::optional<std::string> crash(Place place) override {
        if (place == Place::Genesys) return "the mock does not crash in the external world";
        if (!connector_->is_running()) return "the connector does not run";
        connector_->crash();
        return std::nullopt;
    }

    std::optional<std::string> restart(Place place) override {
        if (place == Place::Genesys || connector_->is_running()) return "it runs already";
        return connector_->start();
    }

    base::Duration feed_lag() const override {
        return adapter_.sees ? scaled(adapter_.sees->every + std::chrono::seconds{1}) : base::Duration{};
    }

    invariants::Connector connector() const override { return invariants::Connector::SomebodyElses; }

    std::vector<std::string> trace() const override { return {}; }
    bool is_stopped() const override { return mailbox_.is_stopped(); }

    // Until this is done, the connector gets no webhooks.
    std::optional<std::string> connect(const std::string& integration) {
        const json::Ordered body{{"url", connector_->origin() + adapter_.webhook}};
        http::Request request =
            runner::post(fmt::format("/_mock/integrations/{}/webhook", http::percent_encode(integration)),
                         json::dump(body));
        request.method = "PUT";
        const runner::ReplyId id = send(Place::Genesys, std::move(request));
        std::optional<runner::Reply> reply;
        wait([&] { return (reply = take_reply(id)).has_value(); }, scaled(call_timeout));
        if (reply && runner::is_success(*reply)) return std::nullopt;
        return fmt::format("cannot point the webhook of '{}' at the connector: {}", integration,
                           reply ? runner::describe(*reply) : "no answer");
    }

  private:
    runner::ReplyId call(const std::string& origin, http::Request request) {
        const runner::ReplyId id = ++last_id_;
        client_.call(origin, std::move(request), call_timeout,
                     [this, id](net::CallResult result) { mailbox_.put_reply(id, std::move(result)); });
        return id;
    }

    // Takes up what pages have said, and asks for those that are due.
    void look_at_pages() {
        if (!adapter_.sees) return;
        for (auto& [session, chat] : chats_) {
            if (chat.looking) take_up(chat);
            if (chat.looking || SteadyClock::now() < chat.due) continue;
            chat.looking = call(connector_->origin(), adapter::page_request(*adapter_.sees, session));
        }
    }

    // A page that cannot be read shows nothing new; the customer then misses what the scenario expects.
    void take_up(Chat& chat) {
        const auto reply = mailbox_.take_reply(*chat.looking);
        if (!reply) return;
        chat.looking.reset();
        chat.due = SteadyClock::now() + adapter_.sees->every;
        if (!runner::is_success(*reply)) return;
        auto lines = adapter::read_page(*adapter_.sees, std::get<http::Response>(*reply).body);
        if (!lines || lines->size() <= chat.lines.size()) return;
        chat.lines = *std::move(lines);
        for (auto& [feed, told] : chat.feeds) {
            mailbox_.put_bytes(feed, adapter::chat_events(chat.lines, told));
            told = chat.lines.size();
        }
    }

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
    adapter::Adapter adapter_;
    std::unique_ptr<Program> genesys_;
    std::unique_ptr<Connector> connector_;
    std::uint64_t last_id_ = 0;
    std::map<std::string, Chat> chats_;
    Mailbox mailbox_;
    std::stop_callback<std::function<void()>> stop_;
    net::HttpClient client_;  // the last member: no callback runs once it is gone
};

std::string first_client(const document::Node& organisation, std::string_view member) {
    const document::Node* const clients = organisation.find("oauthClients");
    if (clients == nullptr || clients->items.empty()) return {};
    const document::Node* const found = clients->items.front().find(member);
    return found == nullptr ? "" : found->scalar;
}

adapter::Values values_of(const WorldSettings& settings, const std::string& genesys_origin) {
    const auto surroundings = runner::read_surroundings(settings.organisation_text, settings.bridge_text);
    adapter::Values values{{"genesys.origin", genesys_origin},
                           {"integration.id", surroundings.integration},
                           {"integration.name", surroundings.deployment},
                           {"webhook.secret", surroundings.webhook_secret},
                           {"work.directory", settings.work_directory}};
    if (const auto organisation = document::parse(settings.organisation_text)) {
        values["oauth.clientId"] = first_client(*organisation, "id");
        values["oauth.clientSecret"] = first_client(*organisation, "secret");
    }
    return values;
}

}  // namespace

std::expected<std::unique_ptr<runner::World>, WorldFailure> make_external_world(
    const WorldSettings& settings, const adapter::Adapter& adapter, const std::string& directory) {
    auto genesys = std::make_unique<Program>(genesys_plan(settings));
    if (const auto error = genesys->start()) return std::unexpected(WorldFailure{false, *error});
    auto connector =
        std::make_unique<Connector>(Connector::Plan{adapter, values_of(settings, genesys->origin()),
                                                    directory, settings.work_directory + "/connector.log"});
    if (const auto error = connector->start()) return std::unexpected(WorldFailure{false, *error});
    auto world = std::make_unique<ExternalWorld>(settings, adapter, std::move(genesys), std::move(connector));
    const auto surroundings = runner::read_surroundings(settings.organisation_text, settings.bridge_text);
    if (const auto error = world->connect(surroundings.deployment))
        return std::unexpected(WorldFailure{false, *error});
    return world;
}

}  // namespace worlds
