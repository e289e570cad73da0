// One thread that looks after the connections of a server: it finishes what a socket did not take at once,
// and drops connections that have idled, stalled or lingered for too long.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "foundation/net/connection.h"
#include "foundation/net/descriptor.h"

namespace net {

class Caretaker {
  public:
    Caretaker();
    Caretaker(const Caretaker&) = delete;
    Caretaker& operator=(const Caretaker&) = delete;
    // stop() must have run, from another thread than the Caretaker's own.
    ~Caretaker();

    // Any thread. Every connection is adopted once, when it is accepted.
    void adopt(const std::shared_ptr<Connection>& connection);
    // The connection has bytes waiting: flush it when its socket has room again.
    void watch(std::shared_ptr<Connection> connection);
    // The adopted connections that still exist.
    std::vector<std::shared_ptr<Connection>> connections() const;
    // Ends the thread; connections are watched no more.
    void stop();

  private:
    using Watched = std::vector<std::shared_ptr<Connection>>;

    void run();
    Watched take_new();
    void flush_ready(Watched& watched, int wait_milliseconds);
    void expire_all();
    void wake();

    Descriptor wakeup_;
    mutable std::mutex mutex_;  // guards the two below
    Watched newly_watched_;
    std::vector<std::weak_ptr<Connection>> adopted_;
    std::atomic<bool> stopping_ = false;
    std::thread thread_;  // last: it uses all of the above
};

}  // namespace net
