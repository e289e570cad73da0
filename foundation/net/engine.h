// Runs one Host on one thread over real connections.
//
// Theory of operation. Other threads only enqueue. The engine's thread takes everything that is queued, gives
// it to the Host one input at a time, draining after each, and collects the effects. Then all records of the
// batch are committed in one transaction, and only then the effects are executed, in order: so a Persist is
// durable before anything that the Host did after it is seen by anybody, and under load many inputs share one
// disk write. When the commit fails nothing of the batch is executed and the engine stops: a program that
// cannot keep its promises must not make any.
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

// All functions run on the engine's thread and must not be empty.
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
    // Any thread, also before start().
    void request_arrived(std::shared_ptr<Connection> connection, http::Request request);
    // Handles nothing more and abandons calls under way. Not from the engine's thread.
    void stop();

  private:
    struct Executable {
        host::Effect effect;
        base::Now at;
    };

    void run(std::vector<host::Record> records);
    void give(InputQueue::Item item);
    void handle(host::Input input);
    void handle_due_wakeup();
    std::optional<RealTime> deadline() const;
    void finish_batch();
    bool commit();

    EngineParts parts_;
    const std::shared_ptr<InputQueue> queue_ = std::make_shared<InputQueue>();
    std::vector<host::Record> records_;  // of the batch
    std::vector<Executable> effects_;    // of the batch
    std::unique_ptr<Executor> executor_;
    std::thread thread_;
};

}  // namespace net
