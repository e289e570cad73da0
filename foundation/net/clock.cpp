#include "foundation/net/clock.h"

#include <algorithm>
#include <cmath>

#include "foundation/base/check.h"

namespace net {
namespace {

constexpr base::Duration shortest = std::chrono::milliseconds(1);
constexpr base::Duration longest = std::chrono::hours(24 * 365);

base::Duration scaled_up(base::Duration duration, double factor) {
    const double nanoseconds = std::ceil(static_cast<double>(duration.count()) * factor);
    return nanoseconds < static_cast<double>(longest.count())
               ? base::Duration(static_cast<base::Duration::rep>(nanoseconds))
               : longest;
}

}  // namespace

Clock::Clock(double time_scale)
    : time_scale_(time_scale),
      started_(std::chrono::steady_clock::now()),
      started_utc_(std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now())) {
    base::check(time_scale > 0, "the time scale is positive");
}

base::Now Clock::now() const {
    const auto real = std::chrono::steady_clock::now() - started_;
    const auto passed =
        base::Duration(static_cast<base::Duration::rep>(static_cast<double>(real.count()) * time_scale_));
    return {base::TimePoint(passed), started_utc_ + std::chrono::floor<std::chrono::milliseconds>(passed)};
}

Clock::RealTime Clock::real_time_of(base::TimePoint when) const {
    return started_ + scaled_up(std::max(when.time_since_epoch(), base::Duration::zero()), 1 / time_scale_);
}

base::Duration Clock::real_duration(base::Duration duration) const {
    return std::max(scaled_up(duration, 1 / time_scale_), shortest);
}

}  // namespace net
