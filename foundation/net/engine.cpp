#include "foundation/net/engine.h"

#include <iterator>
#include <variant>

namespace net {

Engine::Engine(EngineParts parts)
    : parts_(std::move(parts)),
      visitors_may_hold_(!parts_.store),
      executor_(std::make_unique<Executor>(parts_.clock, queue_, parts_.on_trace)) {}

Engine::~Engine() { stop(); }

std::expected<void, std::string> Engine::start() {
    std::vector<host::Record> records;
    if (parts_.store) {
        auto loaded = parts_.store->load();
        if (!loaded) return std::unexpected(std::move(loaded.error()));
        records = *std::move(loaded);
    }
    thread_ = std::thread([this, stored = std::move(records)]() mutable { run(std::move(stored)); });
    return {};
}

void Engine::request_arrived(std::shared_ptr<Connection> connection, http::Request request) {
    Arrival arrival{std::move(connection), std::move(request)};
    if (!visitors_may_hold_) return queue_->push(std::move(arrival));
    if (queue_->push_and_hold(std::move(arrival))) visit();
}

void Engine::stop() {
    queue_->close();
    if (thread_.joinable()) thread_.join();
    executor_.reset();
}

void Engine::run(std::vector<host::Record> records) {
    handle(host::Restored{std::move(records)});
    finish_batch();
    queue_->release(deadline());
    while (queue_->wait_and_hold()) {
        do take_turn();
        while (!queue_->release_when_empty(deadline()));
    }
}

void Engine::visit() noexcept {
    for (int batch = 0; batch < visit_batches_max; ++batch) {
        take_turn();
        if (queue_->release_when_empty(deadline())) return;
    }
    queue_->release(deadline());
}

void Engine::take_turn() {
    for (InputQueue::Item& item : queue_->take_all()) give(std::move(item));
    handle_due_wakeup();
    finish_batch();
}

void Engine::give(InputQueue::Item item) {
    std::visit(host::Overloaded{[this](Arrival arrival) {
                                    const auto id = executor_->admit(std::move(arrival.connection));
                                    handle(host::RequestArrived{id, std::move(arrival.request)});
                                },
                                [this](host::CallFinished finished) { handle(std::move(finished)); },
                                [this](host::StreamClosed closed) {
                                    if (executor_->forget_stream(closed.id)) handle(closed);
                                }},
               std::move(item));
}

void Engine::handle_due_wakeup() {
    const auto wakeup = parts_.host->next_wakeup();
    if (wakeup && wakeup->when <= parts_.clock.now().monotonic) handle(host::TimeReached{});
}

void Engine::handle(host::Input input) {
    const base::Now now = parts_.clock.now();
    parts_.host->handle(std::move(input), now);
    for (host::Effect& effect : parts_.host->drain()) {
        if (auto* persist = std::get_if<host::Persist>(&effect))
            std::ranges::move(persist->records, std::back_inserter(records_));
        else
            effects_.push_back({std::move(effect), now});
    }
}

std::optional<RealTime> Engine::deadline() const {
    const auto wakeup = parts_.host->next_wakeup();
    if (!wakeup) return std::nullopt;
    return parts_.clock.real_time_of(wakeup->when);
}

void Engine::finish_batch() {
    if (!commit()) return;
    for (Executable& executable : effects_) executor_->execute(std::move(executable.effect), executable.at);
    effects_.clear();
    parts_.on_batch_done();
}

bool Engine::commit() {
    if (records_.empty() || !parts_.store) return true;
    const auto committed = parts_.store->commit(records_);
    records_.clear();
    if (committed) return true;
    effects_.clear();
    queue_->close();
    parts_.on_failure(committed.error());
    return false;
}

}  // namespace net
