// The virtual time of a simulated world: it moves only when the world moves it.
#pragma once

#include "foundation/base/time.h"

namespace sim {

// When every simulated world begins: a Monday morning, so that opening hours and expiry dates read naturally.
inline constexpr base::UtcTime utc_start =
    std::chrono::sys_days{std::chrono::year{2026} / std::chrono::January / 5} + std::chrono::hours{9};

class Clock {
  public:
    // Starts at TimePoint{}.
    base::TimePoint now() const { return now_; }
    base::Duration elapsed() const { return now_.time_since_epoch(); }
    base::UtcTime utc() const;

    // Time never goes back: an earlier moment is a broken contract.
    void advance_to(base::TimePoint when);
    // The calendar is set forward or (negative) back, as an administrator or a time server does; now() is
    // untouched.
    void jump_utc(base::Duration by) { utc_offset_ += by; }

  private:
    base::TimePoint now_{};
    base::Duration utc_offset_{};
};

}  // namespace sim
