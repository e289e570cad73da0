// Where a driver's Now comes from: both clocks of the machine, sped up for live tests if wanted.
#pragma once

#include <chrono>

#include "foundation/base/time.h"

namespace net {

// Virtual time starts at zero (monotonic) and at the calendar's time (UTC) when the clock is made, and runs
// `time_scale` times as fast as real time. Immutable, so any thread may read it.
class Clock {
  public:
    using RealTime = std::chrono::steady_clock::time_point;

    // `time_scale` must be positive.
    explicit Clock(double time_scale);

    base::Now now() const;
    // The first real moment at which now().monotonic is not before `when`; the far future when that is too
    // far away.
    RealTime real_time_of(base::TimePoint when) const;
    // How long a virtual duration takes in reality, rounded up; at least one millisecond, because no duration
    // is instantaneous, and at most a year.
    base::Duration real_duration(base::Duration duration) const;

  private:
    double time_scale_;
    RealTime started_;
    base::UtcTime started_utc_;
};

}  // namespace net
