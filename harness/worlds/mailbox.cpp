#include "harness/worlds/mailbox.h"

#include <utility>

namespace worlds {

void Mailbox::put_reply(runner::ReplyId id, runner::Reply reply) {
    const std::lock_guard lock(mutex_);
    replies_.emplace(id, std::move(reply));
    changed();
}

std::optional<runner::Reply> Mailbox::take_reply(runner::ReplyId id) {
    const std::lock_guard lock(mutex_);
    auto node = replies_.extract(id);
    if (node.empty()) return std::nullopt;
    return std::move(node.mapped());
}

void Mailbox::open_feed(runner::FeedId id) {
    const std::lock_guard lock(mutex_);
    feeds_.try_emplace(id);
}

void Mailbox::put_bytes(runner::FeedId id, std::string_view bytes) {
    const std::lock_guard lock(mutex_);
    feeds_[id].bytes += bytes;
    changed();
}

void Mailbox::close_feed(runner::FeedId id) {
    const std::lock_guard lock(mutex_);
    feeds_[id].is_open = false;
    changed();
}

std::string Mailbox::take_bytes(runner::FeedId id) {
    const std::lock_guard lock(mutex_);
    const auto found = feeds_.find(id);
    return found == feeds_.end() ? "" : std::exchange(found->second.bytes, {});
}

bool Mailbox::is_open(runner::FeedId id) const {
    const std::lock_guard lock(mutex_);
    const auto found = feeds_.find(id);
    return found != feeds_.end() && found->second.is_open;
}

bool Mailbox::wait(const std::function<bool()>& done, std::chrono::steady_clock::time_point deadline) {
    while (true) {
        std::unique_lock lock(mutex_);
        const std::uint64_t seen = changes_;
        lock.unlock();
        if (done()) return true;
        lock.lock();
        if (is_stopped_) return false;
        if (!condition_.wait_until(lock, deadline, [&] { return changes_ != seen; })) return false;
    }
}

void Mailbox::stop() {
    const std::lock_guard lock(mutex_);
    is_stopped_ = true;
    changed();
}

bool Mailbox::is_stopped() const {
    const std::lock_guard lock(mutex_);
    return is_stopped_;
}

// Called with the mutex held.
void Mailbox::changed() {
    ++changes_;
    condition_.notify_all();
}

}  // namespace worlds
