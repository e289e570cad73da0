#include "bridge/core/rate_budget.h"

#include <algorithm>

namespace bridge {

base::TimePoint RateBudget::possible_at(base::TimePoint wanted, CallUse use) const {
    const std::size_t kept = use == CallUse::Look ? calls_max_ * percent_kept_for_lines / 100 : 0;
    const std::size_t allowed = std::max<std::size_t>(calls_max_ - kept, 1);
    if (calls_.size() < allowed) return wanted;
    // The call that must have left the window.
    return std::max(wanted, calls_[calls_.size() - allowed] + rate_window);
}

void RateBudget::spend(base::TimePoint now) {
    calls_.push_back(now);
    while (calls_.size() > calls_max_ || calls_.front() + rate_window <= now) calls_.pop_front();
}

}  // namespace bridge
