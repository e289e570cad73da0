#include "foundation/net/executor.h"

#include <utility>
#include <variant>

#include "foundation/base/check.h"

namespace net {

Executor::Executor(const Clock& clock, std::shared_ptr<InputQueue> queue, TraceSink on_trace)
    : clock_(clock), queue_(std::move(queue)), on_trace_(std::move(on_trace)) {}

Executor::~Executor() = default;

host::RequestId Executor::admit(std::shared_ptr<Connection> connection) {
    ++last_id_.value;
    unanswered_.emplace(last_id_, std::move(connection));
    return last_id_;
}

bool Executor::forget_stream(host::RequestId id) { return streams_.erase(id) > 0; }

void Executor::execute(host::Effect effect, base::Now at) {
    std::visit(
        host::Overloaded{[&](const host::Trace& trace) { on_trace_(trace, at); }, [](const host::Persist&) {},
                         [this](host::Call&& call) { run(std::move(call)); },
                         [this](const auto& other) { run(other); }},
        std::move(effect));
}

std::shared_ptr<Connection> Executor::take_unanswered(host::RequestId id) {
    auto node = unanswered_.extract(id);
    base::check(!node.empty(), "a request is answered exactly once");
    return std::move(node.mapped());
}

void Executor::run(const host::Respond& respond) { take_unanswered(respond.id)->respond(respond.response); }

void Executor::run(host::Call call) {
    client_.call(std::move(call.origin), std::move(call.request), clock_.real_duration(call.timeout),
                 [queue = queue_, id = call.id](CallResult result) {
                     queue->push(host::CallFinished{id, std::move(result)});
                 });
}

void Executor::run(const host::AcceptStream& accept) {
    const auto connection = take_unanswered(accept.id);
    streams_.emplace(accept.id, connection);
    connection->open_stream(accept.headers,
                            [queue = queue_, id = accept.id] { queue->push(host::StreamClosed{id}); });
}

void Executor::run(const host::Send& send) {
    const auto found = streams_.find(send.id);
    if (found != streams_.end()) found->second->send(send.bytes);
}

void Executor::run(const host::CloseStream& close) {
    const auto found = streams_.find(close.id);
    if (found == streams_.end()) return;
    found->second->close_stream();
    queue_->push(host::StreamClosed{close.id});
}

}  // namespace net
