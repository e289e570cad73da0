#include "harness/runner/feed.h"

#include <algorithm>
#include <utility>

namespace runner {

bool Feed::absorb(World& world) {
    if (!open_) return false;
    const bool was_open = world.is_open(*open_);
    for (ServerEvent& event : stream_.push(world.take_bytes(*open_))) {
        if (!event.id.empty()) last_id_ = event.id;
        events_.push_back(std::move(event));
    }
    if (was_open) return !events_.empty();
    open_.reset();
    due_ = world.now() + feed_retry_after;
    return true;
}

std::vector<ServerEvent> Feed::take_events() { return std::exchange(events_, {}); }

void Feed::tend(World& world) {
    if (open_ || world.now() < due_) return;
    http::Request request{.method = "GET",
                          .target = target_,
                          .headers = {{"Host", "localhost"}, {"Accept", "text/event-stream"}},
                          .body = {}};
    if (!last_id_.empty()) request.headers.add("Last-Event-ID", last_id_);
    stream_ = {};
    open_ = world.open_feed(at_, std::move(request));
}

std::optional<base::Duration> Feed::due() const {
    if (open_) return std::nullopt;
    return due_;
}

void Feed::reconnect(base::Duration now) {
    open_.reset();
    due_ = now;
}

void Feed::reload(base::Duration now) {
    reconnect(now);
    last_id_.clear();
}

void Feed::hurry(base::Duration now) { due_ = std::min(due_, now); }

}  // namespace runner
