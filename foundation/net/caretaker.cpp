#include "foundation/net/caretaker.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <cstdint>
#include <iterator>
#include <utility>

namespace net {
namespace {

constexpr std::chrono::milliseconds inspection_interval{500};

std::vector<pollfd> poll_set(int wakeup, const std::vector<std::shared_ptr<Connection>>& watched) {
    std::vector<pollfd> set;
    set.reserve(watched.size() + 1);
    set.push_back({.fd = wakeup, .events = POLLIN, .revents = 0});
    for (const auto& connection : watched)
        set.push_back({.fd = connection->descriptor(), .events = POLLOUT, .revents = 0});
    return set;
}

void drain(int wakeup) {
    std::uint64_t count = 0;
    [[maybe_unused]] const ssize_t read = ::read(wakeup, &count, sizeof count);
}

}  // namespace

Caretaker::Caretaker() : wakeup_(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)), thread_([this] { run(); }) {}

Caretaker::~Caretaker() { stop(); }

void Caretaker::adopt(const std::shared_ptr<Connection>& connection) {
    const std::lock_guard lock(mutex_);
    adopted_.push_back(connection);
}

void Caretaker::watch(std::shared_ptr<Connection> connection) {
    {
        const std::lock_guard lock(mutex_);
        if (stopping_) return;
        newly_watched_.push_back(std::move(connection));
    }
    wake();
}

std::vector<std::shared_ptr<Connection>> Caretaker::connections() const {
    const std::lock_guard lock(mutex_);
    std::vector<std::shared_ptr<Connection>> living;
    for (const auto& adopted : adopted_)
        if (auto connection = adopted.lock()) living.push_back(std::move(connection));
    return living;
}

void Caretaker::stop() {
    stopping_ = true;
    wake();
    if (thread_.joinable()) thread_.join();
    take_new();
}

void Caretaker::run() {
    Watched watched;
    RealTime next_inspection = std::chrono::steady_clock::now() + inspection_interval;
    while (!stopping_) {
        Watched added = take_new();
        watched.insert(watched.end(), std::move_iterator(added.begin()), std::move_iterator(added.end()));
        flush_ready(watched, static_cast<int>(inspection_interval.count()));
        if (std::chrono::steady_clock::now() < next_inspection) continue;
        expire_all();
        next_inspection = std::chrono::steady_clock::now() + inspection_interval;
    }
}

Caretaker::Watched Caretaker::take_new() {
    const std::lock_guard lock(mutex_);
    return std::exchange(newly_watched_, {});
}

void Caretaker::flush_ready(Watched& watched, int wait_milliseconds) {
    std::vector<pollfd> set = poll_set(wakeup_.number(), watched);
    if (::poll(set.data(), set.size(), wait_milliseconds) <= 0) return;
    if (set.front().revents != 0) drain(wakeup_.number());
    Watched still_waiting;
    for (std::size_t i = 0; i < watched.size(); ++i) {
        const bool ready = set[i + 1].revents != 0;
        if (ready && watched[i]->flush() == Connection::Flushed::Done) continue;
        still_waiting.push_back(std::move(watched[i]));
    }
    watched = std::move(still_waiting);
}

void Caretaker::expire_all() {
    const auto now = std::chrono::steady_clock::now();
    for (const auto& connection : connections()) connection->expire(now);
    const std::lock_guard lock(mutex_);
    std::erase_if(adopted_, [](const auto& adopted) { return adopted.expired(); });
}

void Caretaker::wake() {
    constexpr std::uint64_t one = 1;
    [[maybe_unused]] const ssize_t written = ::write(wakeup_.number(), &one, sizeof one);
}

}  // namespace net
