#include "harness/sim/clock.h"

#include "foundation/base/check.h"

namespace sim {

base::UtcTime Clock::utc() const {
    return utc_start + std::chrono::floor<std::chrono::milliseconds>(elapsed() + utc_offset_);
}

void Clock::advance_to(base::TimePoint when) {
    base::check(when >= now_, "virtual time goes forward only");
    now_ = when;
}

}  // namespace sim
