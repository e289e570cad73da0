#include "harness/runner/stage.h"

#include <algorithm>
#include <utility>

namespace runner {
namespace {

constexpr int settle_rounds_max = 10;  // a world in which something new always comes is not going to be idle

}  // namespace

Stage::Stage(World& world, Surroundings surroundings, std::uint64_t seed)
    : world_(world),
      surroundings_(std::move(surroundings)),
      random_(base::derive_seed(seed, "scenario")),
      genesys_feed_(Place::Genesys, "/_mock/events?after=0"),
      watch_(rules_of(world, surroundings_.rules)) {
    tend();
}

bool Stage::advance(const std::function<bool()>& done, base::Duration limit) {
    const base::Duration end = world_.now() + limit;
    bool is_done = false;  // `done` may take what it waited for, and so is not asked again
    const auto ask = [&] { return is_done = is_done || done(); };
    while (true) {
        absorb();
        tend();
        if (ask()) return true;
        const base::Duration left = end - world_.now();
        if (left <= base::Duration::zero() || world_.is_stopped()) return false;
        const base::Duration until_due = due().value_or(end) - world_.now();
        world_.wait([&] { return absorb() || ask(); }, std::clamp(until_due, base::Duration{1}, left));
    }
}

std::optional<Reply> Stage::exchange(Place to, http::Request request, base::Duration limit) {
    const ReplyId id = world_.send(to, std::move(request));
    std::optional<Reply> reply;
    advance(
        [&] {
            if (!reply) reply = world_.take_reply(id);
            return reply.has_value();
        },
        limit);
    return reply;
}

std::string Stage::settle(base::Duration horizon) {
    std::string how;
    for (int round = 0; round < settle_rounds_max; ++round) {
        how = world_.settle(horizon);
        if (!absorb()) break;
        tend();
    }
    return how;
}

ChatClient& Stage::customer(const std::string& name) {
    return customers_.try_emplace(name, name, surroundings_.url_token).first->second;
}

bool Stage::absorb() {
    overhear();
    bool has_news = genesys_feed_.absorb(world_);
    for (const ServerEvent& event : genesys_feed_.take_events())
        for (Sighting& sighting : genesys_.look_at(event))
            observations_.see(world_.now(), std::move(sighting));
    for (invariants::Fact& fact : genesys_.take_facts()) see(std::move(fact));
    for (auto& [name, client] : customers_) {
        has_news = client.absorb(world_, observations_) || has_news;
        for (invariants::Fact& fact : client.take_facts()) see(std::move(fact));
    }
    return has_news;
}

// What the programs said to each other came before what it led to.
void Stage::overhear() {
    for (World::Overheard& overheard : world_.take_overheard())
        watch_.see(overheard.time, std::move(overheard.fact));
}

invariants::Rules Stage::rules_of(const World& world, invariants::Rules rules) {
    rules.feed_lag = world.feed_lag();
    rules.connector = world.connector();
    return rules;
}

void Stage::tend() {
    genesys_feed_.tend(world_);
    for (auto& [name, client] : customers_) {
        client.tend(world_);
        for (invariants::Fact& fact : client.take_facts()) see(std::move(fact));
    }
}

std::optional<base::Duration> Stage::due() const {
    std::optional<base::Duration> earliest = genesys_feed_.due();
    for (const auto& [name, client] : customers_)
        if (const auto due = client.due()) earliest = earliest ? std::min(*earliest, *due) : *due;
    return earliest;
}

}  // namespace runner
