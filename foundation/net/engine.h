// Runs one Host over real connections, on one thread at a time.
//
// Theory of operation. Whoever holds the engine (input_queue.h) takes everything that is queued, gives it to
// the Host one input at a time, draining after each, and collects the effects. Then all records of the batch
// are committed in one transaction, and only then the effects are executed, in order: so a Persist is durable
// before anything that the Host did after it is seen by anybody, and under load many inputs share one disk
// write. When the commit fails nothing of the batch is executed and the engine stops: a program that cannot
// keep its promises must not make any.
//
// With a store the engine's own thread always holds it, because whoever waits for the disk reads no
// connections meanwhile. Without one nothing waits, and the thread that has read a request holds the engine
// if it is free: the request is answered on the spot, without a switch between threads. Such a visit is
// bounded, so that a busy engine does not keep a thread from its other connections.
#pragma once

#include <atomic>
#include <expected>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "foundation/host/host.h"
#include "foundation/net/clock.h"
#include "foundation/net/executor.h"
#include "foundation/net/input_queue.h"
#include "foundation/net/store.h"

namespace net {

// Batches that a visiting thread handles before it leaves the rest to the engine's own thread.
inline constexpr int visit_batches_max = 16;

// All functions are called by whoever holds the engine, never by two at once, and must not be empty.
struct EngineParts {
    std::unique_ptr<host::Host> host;
    Clock clock{1};
    std::optional<Store> store;  // none: nothing outlives the process
    TraceSink on_trace = [](const host::Trace&, base::Now) {};
    std::function<void()> on_batch_done = [] {};
    std::function<void(std::string)> on_failure = [](const std::string&) {
    };  // once; nothing is handled any more
};

class Engine {
  public:
    explicit Engine(EngineParts parts);
    // Stops at once. Servers that pass on requests must be gone by then.
    ~Engine();
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;

    // Loads the store and starts the thread, whose first input is Restored.
    std::expected<void, std::string> start();
    // Any thread, also before start(). May run the Host and answer this and other requests before it returns.
    void request_arrived(std::shared_ptr<Connection> connection, http::Request request);
    // Handles nothing more and abandons calls under way. Not from a thread that holds the engine.
    void stop();

  private:
    struct Executable {
        host::Effect effect;
        base::Now at;
    };

    void run(std::vector<host::Record> records);
    void visit() noexcept;  // an exception would leave the engine held for ever
    void take_turn();
    void give(InputQueue::Item item);
    void handle(host::Input input);
    void handle_due_wakeup();
    std::optional<RealTime> deadline() const;
    void finish_batch();
    bool commit();

    EngineParts parts_;
    const bool visitors_may_hold_;
    const std::shared_ptr<InputQueue> queue_ = std::make_shared<InputQueue>();
    std::vector<host::Record> records_;  // of the batch
    std::vector<Executable> effects_;    // of the batch
    std::unique_ptr<Executor> executor_;
    std::thread thread_;
};

}  // namespace net
