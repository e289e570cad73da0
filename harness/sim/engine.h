// The machinery of a world: takes events from the queue, gives inputs to Hosts and executes their effects.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "harness/sim/actors.h"
#include "harness/sim/clock.h"
#include "harness/sim/event.h"
#include "harness/sim/machine.h"
#include "harness/sim/network.h"
#include "harness/sim/trace_log.h"
#include "harness/sim/violations.h"

namespace sim {

class Engine {
  public:
    struct Limits {
        std::uint64_t seed;
        base::Duration latency;
        std::size_t body_bytes_max;
        std::size_t stream_buffer_bytes_max;
        std::size_t trace_lines_max;
        OnViolation on_violation;
    };
    explicit Engine(const Limits& limits);
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;
    ~Engine() = default;

    // nullopt if the name is taken, or the origin is malformed or taken.
    std::optional<MachineIndex> add_machine(std::string name, std::string_view origin,
                                            Machine::Factory factory);
    std::optional<MachineIndex> find_machine(std::string_view name) const;
    Machine& machine(MachineIndex index) { return machines_[index]; }
    // In place of the world's bound.
    void bound_bodies(MachineIndex index, std::size_t bytes_max) { body_bytes_max_[index] = bytes_max; }
    void boot(MachineIndex index);
    void kill(MachineIndex index, std::string_view how);

    // Moves the clock to the next event and lets it happen; the queue must not be empty.
    void step();
    const Events& events() const { return events_; }
    // Nothing under way but wake-ups, and none within `horizon` from now.
    bool is_still(base::Duration horizon) const;
    // What is_still() misses, in words.
    std::vector<std::string> pending(base::Duration horizon) const;
    // To be called when is_still: requests that nothing will ever answer are broken contracts.
    void report_forgotten_requests();

    // A Host that is woken this often at one moment does not let time go on.
    static constexpr std::uint64_t wakes_at_once_max = 1000;

    Clock& clock() { return clock_; }
    Network& network() { return network_; }
    Actors& actors() { return actors_; }
    const TraceLog& log() const { return log_; }
    const Violations& violations() const { return violations_; }

  private:
    // The planned TimeReached of one machine.
    struct Alarm {
        std::optional<Events::Ticket> ticket;
        std::string_view why;
        base::TimePoint last_rung{};
        std::uint64_t rung_at_once = 0;
    };

    void happen(RequestReaches event);
    void happen(ReplyReaches event);
    void happen(CallExpires event);
    void happen(BytesReach event);
    void happen(StreamEnds event);
    void happen(StreamGone event);
    void happen(WakeUpDue event);
    void conclude(ExchangeId id, Reply reply);

    void give(MachineIndex index, host::Input input);
    void plan_alarm(MachineIndex index);
    void execute(MachineIndex index, host::Respond effect);
    void execute(MachineIndex index, host::Call effect);
    void execute(MachineIndex index, host::AcceptStream effect);
    void execute(MachineIndex index, host::Send effect);
    void execute(MachineIndex index, host::CloseStream effect);
    void execute(MachineIndex index, const host::Persist& effect);
    void execute(MachineIndex index, const host::Trace& effect);
    void close_stream(MachineIndex index, host::RequestId stream, Ending ending);

    void log(std::string_view text) { log_.add(clock_.elapsed(), text); }
    void violated(MachineIndex index, std::string_view story);

    Limits limits_;
    Clock clock_;
    Events events_;
    TraceLog log_;
    Violations violations_;
    Network network_;
    Actors actors_;
    std::deque<Machine> machines_;             // stable: the network refers to their names
    std::vector<Alarm> alarms_;                // by machine
    std::vector<std::size_t> body_bytes_max_;  // by machine
    std::uint64_t next_request_ = 1;
};

}  // namespace sim
