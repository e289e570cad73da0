#include "bridge/core/inactivity_timer.h"

#include <algorithm>

namespace bridge {

void InactivityTimer::start(base::Duration after, base::Now now) {
    stop();
    after_ = after;
    if (after > base::Duration::zero()) run(now);
}

void InactivityTimer::resume(base::Duration after, const Reading& reading, base::Now now) {
    after_ = after;
    reading_ = reading;
    if (!reading.expires_at) return;
    due_ = now.monotonic + std::clamp<base::Duration>(*reading.expires_at - now.utc, {}, after);
}

unsigned InactivityTimer::expire(base::Now now) {
    run(now);
    return ++reading_.count;
}

void InactivityTimer::rest() {
    due_.reset();
    reading_.expires_at.reset();
}

void InactivityTimer::run(base::Now now) {
    due_ = now.monotonic + after_;
    reading_.expires_at = now.utc + std::chrono::duration_cast<base::UtcTime::duration>(after_);
}

}  // namespace bridge
