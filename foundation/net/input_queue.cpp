#include "foundation/net/input_queue.h"

#include <utility>

namespace net {

void InputQueue::push(Item item) {
    {
        const std::lock_guard lock(mutex_);
        items_.push_back(std::move(item));
        if (items_.size() > 1) return;  // the taker has been woken for the first
    }
    changed_.notify_one();
}

std::vector<InputQueue::Item> InputQueue::take_all(std::optional<RealTime> deadline) {
    std::unique_lock lock(mutex_);
    const auto ready = [this] { return closed_ || !items_.empty(); };
    if (deadline)
        changed_.wait_until(lock, *deadline, ready);
    else
        changed_.wait(lock, ready);
    return std::exchange(items_, {});
}

void InputQueue::close() {
    {
        const std::lock_guard lock(mutex_);
        closed_ = true;
    }
    changed_.notify_all();
}

bool InputQueue::closed() const {
    const std::lock_guard lock(mutex_);
    return closed_;
}

}  // namespace net
