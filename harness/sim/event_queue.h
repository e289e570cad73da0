// What will happen, ordered by time and then by the order of insertion: the one source of order in a
// simulated world.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <utility>

#include "foundation/base/check.h"
#include "foundation/base/time.h"

namespace sim {

template <class Event>
class EventQueue {
  public:
    // The place of one event in the order; never given twice.
    struct Ticket {
        base::TimePoint when;
        std::uint64_t sequence = 0;
        friend auto operator<=>(const Ticket&, const Ticket&) = default;
    };

    Ticket push(base::TimePoint when, Event event) {
        const Ticket ticket{when, next_sequence_++};
        events_.emplace(ticket, std::move(event));
        return ticket;
    }
    // False if it has been popped or cancelled before.
    bool cancel(const Ticket& ticket) { return events_.erase(ticket) == 1; }

    bool empty() const { return events_.empty(); }
    std::size_t size() const { return events_.size(); }
    // When the next event is due; the queue must not be empty.
    base::TimePoint next_time() const {
        base::check(!events_.empty(), "an empty queue has no next event");
        return events_.begin()->first.when;
    }
    Event pop() {
        base::check(!events_.empty(), "an empty queue has no next event");
        return std::move(events_.extract(events_.begin()).mapped());
    }

  private:
    std::map<Ticket, Event> events_;
    std::uint64_t next_sequence_ = 0;
};

}  // namespace sim
