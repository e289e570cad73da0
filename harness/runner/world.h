// What the runner can do to a world: send requests, read streams, let time pass, crash and restart the
// bridge. The same steps run against the simulated world (virtual time) and the live one (processes and
// sockets) through this.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "foundation/base/time.h"
#include "foundation/host/host.h"
#include "foundation/http/message.h"
#include "harness/invariants/fact.h"
#include "harness/invariants/rules.h"

namespace runner {

enum class Place { Genesys, Bridge };
std::string_view name_of(Place place);

using Reply = std::variant<http::Response, host::TransportFailure>;
using ReplyId = std::uint64_t;
using FeedId = std::uint64_t;

class World {
  public:
    World() = default;
    World(const World&) = delete;
    World& operator=(const World&) = delete;
    virtual ~World() = default;

    virtual std::string_view name() const = 0;  // "simulated", "live"
    // Time since the run began, in the world's own time (virtual, or real times the time scale).
    virtual base::Duration now() const = 0;

    // Starts an exchange; it makes progress while wait() runs.
    virtual ReplyId send(Place to, http::Request request) = 0;
    // The reply, once; nullopt while there is none yet.
    virtual std::optional<Reply> take_reply(ReplyId id) = 0;

    // A server-sent-event response as it comes. A feed that ended (peer crashed) stays ended: open another.
    virtual FeedId open_feed(Place at, http::Request request) = 0;
    virtual std::string take_bytes(FeedId id) = 0;
    virtual bool is_open(FeedId id) const = 0;

    // Lets time pass until `done` holds (true) or `limit` is over (false). `done` is asked after every
    // happening.
    virtual bool wait(const std::function<bool()>& done, base::Duration limit) = 0;
    // Lets time pass until nothing is under way (no message in flight, no wake-up within `horizon`) or, where
    // a world cannot know that, until `horizon` has passed. The text says which, for the report: "no event
    // pending within 120s".
    virtual std::string settle(base::Duration horizon) = 0;

    // Ends the program at once, without any chance to store or send; nullopt, or why it could not.
    virtual std::optional<std::string> crash(Place place) = 0;
    // Starts it again on what was durable.
    virtual std::optional<std::string> restart(Place place) = 0;

    // How much later one of this world's feeds may tell than another. Zero in virtual time, which has one
    // order.
    virtual base::Duration feed_lag() const { return {}; }
    // Who hands over in this world.
    virtual invariants::Connector connector() const { return invariants::Connector::OurBridge; }
    // What the programs said to each other since the last call, with its time. Worlds that cannot look
    // between the programs return nothing.
    struct Overheard {
        base::Duration time{};
        invariants::Fact fact;
    };
    virtual std::vector<Overheard> take_overheard() { return {}; }

    // Somebody wants the run to end: waiting has no purpose any more, and wait() returns at once.
    virtual bool is_stopped() const { return false; }

    // One line per typed event, in order, for comparison of two runs. Live worlds may return none.
    virtual std::vector<std::string> trace() const = 0;
};

// What a scenario needs running before its first step.
struct WorldSettings {
    std::string organisation_file;  // path, as the messages name it
    std::string organisation_text;
    std::string bridge_file;
    std::string bridge_text;
    std::uint64_t seed = 1;
    // Simulated only: the bridge dies before its effect with that number and is back a second later.
    std::optional<std::uint64_t> bridge_crash_at_effect;
    double time_scale = 1;         // live only
    std::string binary_directory;  // live only: where mock-genesys and handover-bridge are
    std::string work_directory;    // live only: stores, logs and port files go here
    std::stop_token stop{};        // live only: ends every wait, see World::is_stopped
};

// Why a world could not be made: the user's file is wrong (exit code 3) or the machine is (exit code 4).
struct WorldFailure {
    bool is_input;
    std::string message;
};

}  // namespace runner
