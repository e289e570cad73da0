// What waits for the engine, and who runs it: the one place where other threads meet it.
//
// Theory of operation. The engine is free or held, and only its holder touches what it owns. A thread that
// brings an input while the engine is free may hold it and work at once, without waking anybody; whoever
// brings one while it is held leaves it here, and the holder takes it before it lets go. The engine's own
// thread waits for what nobody else does: inputs of threads that must not linger, and the time. All
// hand-overs happen under one mutex, so each holder sees what the one before did.
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <variant>
#include <vector>

#include "foundation/host/host.h"
#include "foundation/net/connection.h"

namespace net {

struct Arrival {
    std::shared_ptr<Connection> connection;
    http::Request request;
};

// Its length is bounded by what fills it: one Arrival per connection, one CallFinished per Call, one
// StreamClosed per stream.
class InputQueue {
  public:
    using Item = std::variant<Arrival, host::CallFinished, host::StreamClosed>;

    // --- any thread ---

    // Leaves the item to the holder, or to the engine's own thread.
    void push(Item item);
    // The same, but true if the engine was free: the caller holds it from now on.
    [[nodiscard]] bool push_and_hold(Item item);
    // Nobody gets to hold the engine any more; whoever does stops at once.
    void close();
    bool closed() const;

    // --- the engine's own thread, which holds the engine at first ---

    // Waits until the engine is free and something is queued or the time is due, and holds it. False: closed,
    // and nobody holds it.
    [[nodiscard]] bool wait_and_hold();

    // --- the holder ---

    // Everything that is queued, in order.
    std::vector<Item> take_all();
    // Lets go, unless something has come meanwhile. The time is due at `wakeup` (never without one).
    [[nodiscard]] bool release_when_empty(std::optional<RealTime> wakeup);
    // Lets go; the engine's own thread goes on with what is queued.
    void release(std::optional<RealTime> wakeup);

  private:
    using Lock = std::unique_lock<std::mutex>;

    void let_go(Lock lock, std::optional<RealTime> wakeup);
    bool has_work() const;

    mutable std::mutex mutex_;  // guards everything below
    std::condition_variable changed_;
    std::vector<Item> items_;
    std::optional<RealTime> wakeup_;  // as the last holder left it
    std::optional<RealTime> alarm_;   // until when the own thread sleeps; for ever without one
    bool held_ = true;
    bool closed_ = false;
};

}  // namespace net
