// Notices that the customer has been silent for a while during a handover, and counts how often in a row. Its
// deadline outlives a restart by the calendar.
#pragma once

#include <optional>

#include "foundation/base/time.h"

namespace bridge {

class InactivityTimer {
  public:
    // What is stored.
    struct Reading {
        std::optional<base::UtcTime> expires_at;  // nullopt: does not run
        unsigned count = 0;                       // expiries since the customer last wrote
        friend bool operator==(const Reading&, const Reading&) = default;
    };

    // From the beginning: the handover has started, or the customer has written. Zero: does not run.
    void start(base::Duration after, base::Now now);
    // After a restart. A deadline that is over is due at once.
    void resume(base::Duration after, const Reading& reading, base::Now now);
    void stop() { *this = InactivityTimer(); }

    std::optional<base::TimePoint> due() const { return due_; }
    // It is due: the number of this expiry, from 1. Begins to run again.
    unsigned expire(base::Now now);
    // There is nothing more to do until the customer writes.
    void rest();

    const Reading& reading() const { return reading_; }

  private:
    void run(base::Now now);

    base::Duration after_{};
    std::optional<base::TimePoint> due_;
    Reading reading_;
};

}  // namespace bridge
