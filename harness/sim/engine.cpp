#include "harness/sim/engine.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "foundation/base/check.h"
#include "foundation/http/uri.h"

namespace sim {
namespace {

// What the real driver answers before the Host sees anything.
http::Response body_too_large() {
    return {413,
            {{"Content-Type", "application/json"}},
            R"({"error":{"code":"http.413","message":"the request's body is too large"}})"};
}

}  // namespace

Engine::Engine(const Limits& limits)
    : limits_(limits),
      log_(limits.trace_lines_max),
      violations_(limits.on_violation),
      network_({limits.latency, limits.stream_buffer_bytes_max}, events_, clock_, log_) {}

std::optional<MachineIndex> Engine::add_machine(std::string name, std::string_view origin,
                                                Machine::Factory factory) {
    if (find_machine(name)) return std::nullopt;
    const MachineIndex index = machines_.size();
    machines_.emplace_back(std::move(name), std::move(factory), limits_.seed);
    alarms_.emplace_back();
    body_bytes_max_.push_back(limits_.body_bytes_max);
    if (network_.listen(origin, index, machines_.back().name())) return index;
    machines_.pop_back();
    alarms_.pop_back();
    body_bytes_max_.pop_back();
    return std::nullopt;
}

std::optional<MachineIndex> Engine::find_machine(std::string_view name) const {
    const auto found = std::ranges::find(machines_, name, &Machine::name);
    if (found == machines_.end()) return std::nullopt;
    return static_cast<MachineIndex>(found - machines_.begin());
}

void Engine::boot(MachineIndex index) {
    Machine& machine = machines_[index];
    machine.boot();
    host::Restored restored{machine.store().records()};
    log(fmt::format("{} starts, incarnation {}, {} records", machine.name(), machine.incarnation(),
                    restored.records.size()));
    give(index, std::move(restored));
}

void Engine::kill(MachineIndex index, std::string_view how) {
    Machine& machine = machines_[index];
    log(fmt::format("{} crashes {}", machine.name(), how));
    const Ledger& ledger = machine.ledger();
    for (const auto& [request, exchange] : ledger.waiting())
        network_.fail(exchange, host::TransportFailure::Broken);
    for (const auto& [stream, exchange] : ledger.open_streams())
        network_.end_stream(exchange, stream, Ending::Broken);
    for (const auto& [call, exchange] : ledger.calls()) network_.abandon(exchange);
    Alarm& alarm = alarms_[index];
    if (alarm.ticket) events_.cancel(*alarm.ticket);
    alarm = {};
    machine.kill();
}

void Engine::step() {
    clock_.advance_to(events_.next_time());
    std::visit([this](auto&& event) { happen(std::forward<decltype(event)>(event)); }, events_.pop());
}

bool Engine::is_still(base::Duration horizon) const {
    const auto planned =
        std::ranges::count_if(alarms_, [](const Alarm& alarm) { return alarm.ticket.has_value(); });
    if (events_.size() != static_cast<std::size_t>(planned)) return false;
    return events_.empty() || events_.next_time() - clock_.now() > horizon;
}

std::vector<std::string> Engine::pending(base::Duration horizon) const {
    std::vector<std::string> reasons;
    std::size_t planned = 0;
    for (MachineIndex index = 0; index < machines_.size(); ++index) {
        const Alarm& alarm = alarms_[index];
        if (!alarm.ticket) continue;
        ++planned;
        const base::Duration left = alarm.ticket->when - clock_.now();
        if (left > horizon) continue;
        reasons.push_back(
            fmt::format("{}: {}, in {}", machines_[index].name(), alarm.why, base::to_seconds_text(left)));
    }
    if (events_.size() > planned)
        reasons.push_back(fmt::format("{} messages or timeouts under way", events_.size() - planned));
    return reasons;
}

void Engine::report_forgotten_requests() {
    for (MachineIndex index = 0; index < machines_.size(); ++index) {
        const Ledger& ledger = machines_[index].ledger();
        if (alarms_[index].ticket || !ledger.calls().empty()) continue;
        for (const auto& [request, exchange] : ledger.waiting())
            violated(
                index,
                fmt::format("request {} (#{}) is not answered, and nothing is under way that could answer it",
                            request.value, exchange.value));
    }
}

void Engine::happen(RequestReaches event) {
    const auto index = network_.listener(event.origin);
    if (!index || !machines_[*index].is_up()) {
        network_.fail(event.exchange, host::TransportFailure::Refused);
        return;
    }
    log(fmt::format("{}>{} #{} request {} {} {}B", event.from, machines_[*index].name(), event.exchange.value,
                    event.request.method, http::split_target(event.request.target).path,
                    event.request.body.size()));
    if (event.request.body.size() > body_bytes_max_[*index]) {
        network_.respond(event.exchange, body_too_large());
        return;
    }
    const host::RequestId id{next_request_++};
    machines_[*index].ledger().request_arrived(id, event.exchange);
    give(*index, host::RequestArrived{id, std::move(event.request)});
}

void Engine::happen(ReplyReaches event) { conclude(event.exchange, std::move(event.reply)); }

void Engine::happen(CallExpires event) { conclude(event.exchange, host::TransportFailure::TimedOut); }

void Engine::happen(BytesReach event) {
    log(fmt::format("{} stream {}B", network_.label(event.exchange), event.bytes.size()));
    const auto reader = network_.arrived(event.exchange, event.bytes);
    if (!reader) return;
    const std::size_t consumed = actors_.arrived(*reader, std::move(event.bytes));
    network_.consumed(event.exchange, consumed);
}

void Engine::happen(StreamEnds event) {
    switch (event.ending) {
        case Ending::Complete:
            conclude(event.exchange, network_.collected(event.exchange));
            return;
        case Ending::Broken:
            conclude(event.exchange, host::TransportFailure::Broken);
            return;
    }
}

void Engine::happen(StreamGone event) {
    Machine& machine = machines_[event.machine];
    if (machine.is_up() && machine.ledger().stream_closed(event.stream))
        give(event.machine, host::StreamClosed{event.stream});
}

void Engine::happen(WakeUpDue event) {
    Alarm& alarm = alarms_[event.machine];
    alarm.rung_at_once = alarm.last_rung == clock_.now() ? alarm.rung_at_once + 1 : 1;
    alarm.last_rung = clock_.now();
    alarm.ticket.reset();
    log(fmt::format("{} wakes: {}", machines_[event.machine].name(), alarm.why));
    if (alarm.rung_at_once <= wakes_at_once_max) return give(event.machine, host::TimeReached{});
    violated(event.machine, fmt::format("wants to be woken at the same moment for ever: {}", alarm.why));
    kill(event.machine, "because it would never sleep again");
}

// The end of an exchange, as its caller learns it; nothing if the caller has given up before.
void Engine::conclude(ExchangeId id, Reply reply) {
    const std::string label = network_.label(id);
    const std::optional<Caller> caller = network_.finish(id);
    if (!caller) return;
    log(std::visit(
        host::Overloaded{
            [&](const http::Response& response) {
                return fmt::format("{} response {} {}B", label, response.status, response.body.size());
            },
            [&](host::TransportFailure failure) { return fmt::format("{} {}", label, name_of(failure)); },
        },
        reply));
    std::visit(host::Overloaded{
                   [&](const HostCaller& host) {
                       machines_[host.machine].ledger().call_finished(host.call);
                       give(host.machine, host::CallFinished{host.call, std::move(reply)});
                   },
                   [&](ReplyId actor) { actors_.deliver(actor, std::move(reply)); },
                   [&](StreamId reader) {
                       const auto* const response = std::get_if<http::Response>(&reply);
                       if (response != nullptr && response->status == 200)
                           actors_.arrived(reader, response->body);
                       actors_.ended(reader);
                   },
               },
               *caller);
}

void Engine::give(MachineIndex index, host::Input input) {
    Machine& machine = machines_[index];
    std::vector<host::Effect> effects = machine.give(std::move(input), clock_);
    if (!machine.is_drained()) violated(index, "drain() left effects behind");
    for (host::Effect& effect : effects) {
        if (!machine.may_execute_next())
            return kill(index, fmt::format("at effect {}", machine.effects() + 1));
        std::visit([&](auto&& kind) { execute(index, std::forward<decltype(kind)>(kind)); },
                   std::move(effect));
    }
    plan_alarm(index);
}

void Engine::plan_alarm(MachineIndex index) {
    Alarm& alarm = alarms_[index];
    const std::optional<host::Wakeup> wakeup = machines_[index].next_wakeup(clock_);
    if (wakeup) alarm.why = wakeup->why;
    if (wakeup && alarm.ticket && alarm.ticket->when == wakeup->when) return;
    if (alarm.ticket) events_.cancel(*alarm.ticket);
    alarm.ticket.reset();
    if (wakeup) alarm.ticket = events_.push(wakeup->when, WakeUpDue{index});
}

void Engine::execute(MachineIndex index, host::Respond effect) {
    const auto exchange = machines_[index].ledger().answered(effect.id);
    if (!exchange) return violated(index, exchange.error());
    network_.respond(*exchange, std::move(effect.response));
}

void Engine::execute(MachineIndex index, host::Call effect) {
    Machine& machine = machines_[index];
    if (const auto story = machine.ledger().check_call(effect.id)) return violated(index, *story);
    const ExchangeId exchange = network_.start(HostCaller{index, effect.id}, machine.name(), effect.origin,
                                               std::move(effect.request), effect.timeout);
    machine.ledger().called(effect.id, exchange);
}

void Engine::execute(MachineIndex index, host::AcceptStream effect) {
    const auto exchange = machines_[index].ledger().accepted(effect.id);
    if (!exchange) return violated(index, exchange.error());
    log(fmt::format("{} stream opened", network_.label(*exchange)));
    network_.accept_stream(*exchange, index, effect.id, std::move(effect.headers));
}

void Engine::execute(MachineIndex index, host::Send effect) {
    const auto exchange = machines_[index].ledger().stream(effect.id, "Send");
    if (!exchange) return violated(index, exchange.error());
    if (!*exchange) return;
    switch (network_.send(**exchange, effect.id, std::move(effect.bytes))) {
        case Network::Sent::UnderWay:
        case Network::Sent::NobodyReads:
            return;
        case Network::Sent::BufferFull:
        case Network::Sent::PieceLost:
            return close_stream(index, effect.id, Ending::Broken);
    }
}

void Engine::execute(MachineIndex index, host::CloseStream effect) {
    const auto exchange = machines_[index].ledger().stream(effect.id, "CloseStream");
    if (!exchange) return violated(index, exchange.error());
    close_stream(index, effect.id, Ending::Complete);
}

void Engine::execute(MachineIndex index, const host::Persist& effect) {
    machines_[index].store().apply(effect.records);
    log(fmt::format("{} persists {} records", machines_[index].name(), effect.records.size()));
}

void Engine::execute(MachineIndex index, const host::Trace& effect) {
    log(fmt::format("{}: {}", machines_[index].name(), text_of(effect)));
}

void Engine::close_stream(MachineIndex index, host::RequestId stream, Ending ending) {
    const auto exchange = machines_[index].ledger().stream_closing(stream);
    if (!exchange) return;
    network_.end_stream(*exchange, stream, ending);
    events_.push(clock_.now(), StreamGone{index, stream});
}

void Engine::violated(MachineIndex index, std::string_view story) {
    violations_.report(fmt::format("{}: {}", machines_[index].name(), story));
}

}  // namespace sim
