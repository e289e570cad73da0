// The calls that Genesys allows: at most so many in any minute (300 for each token; API "rate limits" page).
// The bridge keeps to it by itself, because a refused call would stop everybody who uses the client.
#pragma once

#include <cstddef>
#include <deque>

#include "foundation/base/time.h"

namespace bridge {

inline constexpr base::Duration rate_window = std::chrono::seconds{60};
// Whoever only looks leaves so many calls, of every hundred, to those who have something to send.
inline constexpr std::size_t percent_kept_for_lines = 30;

enum class CallUse { Line, Look };

class RateBudget {
  public:
    // At least 1.
    explicit RateBudget(std::size_t calls_max) : calls_max_(calls_max) {}

    // When a call can be made by somebody who wants to make it at `wanted`.
    base::TimePoint possible_at(base::TimePoint wanted, CallUse use) const;
    void spend(base::TimePoint now);

  private:
    std::size_t calls_max_;
    std::deque<base::TimePoint> calls_;  // of the last window, oldest first
};

}  // namespace bridge
