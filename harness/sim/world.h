// Runs Hosts in virtual time: the simulated driver. A world has Hosts at origins, a network between them on
// which rules act, a store per Host that keeps what was persisted and nothing else, and external actors that
// call the Hosts.
//
// Theory of operation. Everything that will happen is an event in one queue, ordered by time and then by the
// order in which it was put there. A step takes the next event, moves the clock to it and gives its Host one
// input; the Host is drained and its effects are executed in order, which puts further events into the queue.
// Nothing else moves: there is no thread, no real time and no chance in here, so the same seed, Hosts, rules
// and calls give the same trace, byte for byte. Chance is in the Hosts' seeds only, which are derived from
// the world's seed, the name and the incarnation.
//
// The contract of foundation/host/host.h is checked all the time. A Host that breaks it is a find: the
// program stops with the story, or the story is collected (OnViolation).
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/base/time.h"
#include "foundation/host/host.h"
#include "foundation/http/message.h"
#include "harness/sim/exchange.h"
#include "harness/sim/rule.h"
#include "harness/sim/violations.h"

namespace sim {

struct Settings {
    std::uint64_t seed = 1;
    base::Duration latency = std::chrono::milliseconds{1};  // per direction
    std::size_t body_bytes_max = 1024UL * 1024;  // of a request; a longer one is answered 413 by the driver
    std::size_t stream_buffer_bytes_max = 1024UL * 1024;  // unread bytes of a stream before it is closed
    std::size_t trace_lines_max = 200'000;                // further lines are counted and hashed, not kept
    OnViolation on_violation = OnViolation::Abort;
};

using HostFactory = std::function<std::unique_ptr<host::Host>(std::uint64_t seed)>;

// What is still under way, in words for people: "bridge: poll for the end, in 3.000s". Empty when the world
// is idle.
struct Stillness {
    std::vector<std::string> pending;
    bool is_idle() const { return pending.empty(); }
};

class World {
  public:
    explicit World(const Settings& settings = {});
    ~World();

    // --- Hosts; a name that was not added is a broken contract ---

    // Starts it at once: Restored is its first input. `origin` is "http://name[:port]"; name and origin are
    // unique. The bound of a request's body is that of the settings unless given.
    void add_host(std::string name, std::string_view origin, HostFactory factory,
                  std::optional<std::size_t> body_bytes_max = std::nullopt);
    bool is_up(std::string_view name) const;
    // Ends a running Host at once: what it persisted stays, everything else is gone. Calls open to it break.
    void crash(std::string_view name);
    // Ends it when it is about to execute its nth effect (from 1, over all its incarnations): that effect and
    // the rest of its drain are lost, the effects before it have happened. `nth` must not have happened yet.
    void crash_at_effect(std::string_view name, std::uint64_t nth);
    // Starts a crashed Host again, as a new incarnation, on what was persisted.
    void restart(std::string_view name);
    // How many effects it has executed so far, over all its incarnations.
    std::uint64_t effects_of(std::string_view name) const;
    // What its store holds, by key.
    std::vector<host::Record> stored(std::string_view name) const;

    // --- network and calendar ---

    // Rules are tried in the order of installation; the first that acts decides.
    RuleId install(Rule rule);
    // False if there is no such rule (any more).
    bool remove(RuleId id);
    // Sets the calendar of all Hosts; monotonic time is untouched.
    void jump_utc(base::Duration by);

    // --- external actors ---

    // Calls an origin; progress is made while the world runs. Without a Host header the origin's is sent, as
    // clients do.
    ReplyId send(std::string_view origin, http::Request request, base::Duration timeout);
    // The reply, once; nullopt while there is none, and after it was taken.
    std::optional<Reply> take_reply(ReplyId id);

    // Reads an answer as it comes. A stream that was not accepted (refused, or not a 200 answer) is simply
    // not open.
    StreamId open_stream(std::string_view origin, http::Request request);
    // The bytes that came since the last take, in order; also from a stream that ended.
    std::string take_bytes(StreamId id);
    // From open_stream until it ended for any reason; ended streams stay ended.
    bool is_open(StreamId id) const;
    // The actor hangs up; the Host learns it one latency later. Does nothing if it is not open.
    void close_stream(StreamId id);
    // A reader that reads nothing: what comes stays in the Host's buffer, which is bounded. Readers read
    // until told otherwise.
    void set_reading(StreamId id, Reading reading);

    // --- time ---

    base::Duration now() const;  // since the world began
    base::UtcTime utc() const;

    // Runs until `done` holds (true) or `limit` has passed (false). `done` is asked first and after every
    // event.
    bool run_until(const std::function<bool()>& done, base::Duration limit);
    void run_for(base::Duration duration);
    // Runs until no message is under way and no Host wants to be woken within `horizon`, at most for
    // `horizon`.
    Stillness run_until_idle(base::Duration horizon);

    // --- what happened ---

    // One line per network event and per Trace: time, who, what; no bodies, no headers, no queries.
    const std::vector<std::string>& trace() const;
    // Over all lines, also those that were not kept.
    std::uint64_t trace_hash() const;
    // Broken contracts found so far, with OnViolation::Collect.
    const std::vector<std::string>& violations() const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace sim
