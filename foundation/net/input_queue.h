// What waits for the engine: the one place where other threads meet it.
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

    void push(Item item);
    // Everything that is queued, in order, waiting for the first item until the deadline (for ever without
    // one). Empty when the deadline passed or the queue was closed.
    std::vector<Item> take_all(std::optional<RealTime> deadline);
    // Wakes the taker for good; what is queued can still be taken.
    void close();
    bool closed() const;

  private:
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<Item> items_;
    bool closed_ = false;
};

}  // namespace net
