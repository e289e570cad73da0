#include "harness/sim/world.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "foundation/base/check.h"
#include "harness/sim/engine.h"

namespace sim {
namespace {

constexpr base::Duration run_max = std::chrono::hours{24 * 365 * 10};

}  // namespace

struct World::State {
    explicit State(const Settings& settings)
        : engine({settings.seed, settings.latency, settings.body_bytes_max, settings.stream_buffer_bytes_max,
                  settings.trace_lines_max, settings.on_violation}) {}

    MachineIndex index_of(std::string_view name) const {
        const auto index = engine.find_machine(name);
        base::check(index.has_value(), fmt::format("no Host of this world is called '{}'", name));
        return *index;
    }
    Machine& machine(std::string_view name) { return engine.machine(index_of(name)); }
    base::TimePoint after(base::Duration span) {
        return engine.clock().now() + std::clamp(span, base::Duration{}, run_max);
    }
    bool is_due(base::TimePoint deadline) const {
        return !engine.events().empty() && engine.events().next_time() <= deadline;
    }

    Engine engine;
};

World::World(const Settings& settings) : state_(std::make_unique<State>(settings)) {}
World::~World() = default;

void World::add_host(std::string name, std::string_view origin, HostFactory factory,
                     std::optional<std::size_t> body_bytes_max) {
    const auto index = state_->engine.add_machine(std::move(name), origin, std::move(factory));
    base::check(index.has_value(),
                fmt::format("a Host's name and origin are well-formed and its own: '{}'", origin));
    if (body_bytes_max) state_->engine.bound_bodies(*index, *body_bytes_max);
    state_->engine.boot(*index);
}

bool World::is_up(std::string_view name) const { return state_->machine(name).is_up(); }

void World::crash(std::string_view name) { state_->engine.kill(state_->index_of(name), "now"); }

void World::crash_at_effect(std::string_view name, std::uint64_t nth) {
    state_->machine(name).die_at_effect(nth);
}

void World::restart(std::string_view name) { state_->engine.boot(state_->index_of(name)); }

std::uint64_t World::effects_of(std::string_view name) const { return state_->machine(name).effects(); }

std::vector<host::Record> World::stored(std::string_view name) const {
    return state_->machine(name).store().records();
}

RuleId World::install(Rule rule) { return state_->engine.network().link().install(std::move(rule)); }

bool World::remove(RuleId id) { return state_->engine.network().link().remove(id); }

void World::jump_utc(base::Duration by) { state_->engine.clock().jump_utc(by); }

ReplyId World::send(std::string_view origin, http::Request request, base::Duration timeout) {
    const ReplyId id = state_->engine.actors().expect_reply();
    state_->engine.network().start(id, actor_name, origin, std::move(request), timeout);
    return id;
}

std::optional<Reply> World::take_reply(ReplyId id) { return state_->engine.actors().take_reply(id); }

StreamId World::open_stream(std::string_view origin, http::Request request) {
    Actors& actors = state_->engine.actors();
    const StreamId id = actors.expect_stream();
    actors.bind(id, state_->engine.network().start(id, actor_name, origin, std::move(request), std::nullopt));
    return id;
}

std::string World::take_bytes(StreamId id) { return state_->engine.actors().take_bytes(id); }

bool World::is_open(StreamId id) const { return state_->engine.actors().is_open(id); }

void World::close_stream(StreamId id) {
    Actors& actors = state_->engine.actors();
    if (!actors.is_open(id)) return;
    state_->engine.network().abandon(actors.exchange_of(id));
    actors.ended(id);
}

void World::set_reading(StreamId id, Reading reading) {
    Actors& actors = state_->engine.actors();
    state_->engine.network().consumed(actors.exchange_of(id), actors.set_reading(id, reading));
}

base::Duration World::now() const { return state_->engine.clock().elapsed(); }

base::UtcTime World::utc() const { return state_->engine.clock().utc(); }

bool World::run_until(const std::function<bool()>& done, base::Duration limit) {
    const base::TimePoint deadline = state_->after(limit);
    if (done()) return true;
    while (state_->is_due(deadline)) {
        state_->engine.step();
        if (done()) return true;
    }
    state_->engine.clock().advance_to(deadline);
    return done();
}

void World::run_for(base::Duration duration) {
    run_until([] { return false; }, duration);
}

Stillness World::run_until_idle(base::Duration horizon) {
    Engine& engine = state_->engine;
    const base::TimePoint deadline = state_->after(horizon);
    while (!engine.is_still(horizon)) {
        if (!state_->is_due(deadline)) {
            engine.clock().advance_to(deadline);
            break;
        }
        engine.step();
    }
    if (engine.is_still(horizon)) engine.report_forgotten_requests();
    return {engine.pending(horizon)};
}

const std::vector<std::string>& World::trace() const { return state_->engine.log().lines(); }

std::uint64_t World::trace_hash() const { return state_->engine.log().hash(); }

const std::vector<std::string>& World::violations() const { return state_->engine.violations().stories(); }

}  // namespace sim
