// Carries out a Host's effects over sockets. Only who holds the engine calls; what comes back goes to the
// input queue.
#pragma once

#include <functional>
#include <map>
#include <memory>

#include "foundation/host/host.h"
#include "foundation/net/clock.h"
#include "foundation/net/connection.h"
#include "foundation/net/http_client.h"
#include "foundation/net/input_queue.h"

namespace net {

using TraceSink = std::function<void(const host::Trace&, base::Now)>;

class Executor {
  public:
    Executor(const Clock& clock, std::shared_ptr<InputQueue> queue, TraceSink on_trace);
    // Abandons calls under way; connections stay as they are.
    ~Executor();
    Executor(const Executor&) = delete;
    Executor& operator=(const Executor&) = delete;

    // A new id for a request whose answer goes to that connection.
    host::RequestId admit(std::shared_ptr<Connection> connection);
    // True for the first of the possibly several reports that a stream has ended.
    bool forget_stream(host::RequestId id);
    // `at` is the time at which the Host produced it. A Persist is the engine's business and is passed over.
    void execute(host::Effect effect, base::Now at);

  private:
    using Connections = std::map<host::RequestId, std::shared_ptr<Connection>>;

    void run(const host::Respond& respond);
    void run(host::Call call);
    void run(const host::AcceptStream& accept);
    void run(const host::Send& send);
    void run(const host::CloseStream& close);
    std::shared_ptr<Connection> take_unanswered(host::RequestId id);

    const Clock clock_;
    const std::shared_ptr<InputQueue> queue_;
    const TraceSink on_trace_;
    host::RequestId last_id_;
    Connections unanswered_;
    Connections streams_;
    HttpClient client_;
};

}  // namespace net
