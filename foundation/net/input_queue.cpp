#include "foundation/net/input_queue.h"

#include <utility>

namespace net {

void InputQueue::push(Item item) {
    {
        const Lock lock(mutex_);
        items_.push_back(std::move(item));
        if (held_ || items_.size() > 1) return;  // the holder looks again, or the own thread has been woken
    }
    changed_.notify_one();
}

bool InputQueue::push_and_hold(Item item) {
    const Lock lock(mutex_);
    items_.push_back(std::move(item));
    return !closed_ && !std::exchange(held_, true);
}

void InputQueue::close() {
    {
        const Lock lock(mutex_);
        closed_ = true;
    }
    changed_.notify_all();
}

bool InputQueue::closed() const {
    const Lock lock(mutex_);
    return closed_;
}

bool InputQueue::wait_and_hold() {
    Lock lock(mutex_);
    while (held_ || !has_work()) {
        alarm_ = held_ ? std::nullopt : wakeup_;
        if (alarm_)
            changed_.wait_until(lock, *alarm_);
        else
            changed_.wait(lock);
    }
    held_ = !closed_;
    return held_;
}

std::vector<InputQueue::Item> InputQueue::take_all() {
    const Lock lock(mutex_);
    return std::exchange(items_, {});
}

bool InputQueue::release_when_empty(std::optional<RealTime> wakeup) {
    Lock lock(mutex_);
    if (!items_.empty() && !closed_) return false;
    let_go(std::move(lock), wakeup);
    return true;
}

void InputQueue::release(std::optional<RealTime> wakeup) { let_go(Lock(mutex_), wakeup); }

// The own thread is only woken for what it does not wait for already.
void InputQueue::let_go(Lock lock, std::optional<RealTime> wakeup) {
    held_ = false;
    wakeup_ = wakeup;
    const bool is_earlier = wakeup && (!alarm_ || *wakeup < *alarm_);
    const bool must_wake = closed_ || !items_.empty() || is_earlier;
    lock.unlock();
    if (must_wake) changed_.notify_one();
}

bool InputQueue::has_work() const {
    return closed_ || !items_.empty() || (wakeup_ && *wakeup_ <= RealTime::clock::now());
}

}  // namespace net
