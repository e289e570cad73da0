// Everything the actors of a run saw, in one order, and which of it the steps have read.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "foundation/base/time.h"
#include "harness/runner/captures.h"
#include "harness/scenario/step.h"

namespace runner {

// One thing that one actor saw. Nested fields have dotted names: "attributes.region".
struct Sighting {
    scenario::Target target = scenario::Target::CustomerSees;
    std::string actor;  // the customer's or agent's name; empty for Genesys Cloud
    std::map<std::string, std::string> fields;
};

struct Event {
    enum class Reading { Unread, PassedOver, Taken };
    Sighting seen;
    std::size_t number = 0;  // of the happening, as the story tells it
    Reading reading = Reading::Unread;
};

// A line of the run's story: what actors did and saw.
struct Happening {
    std::size_t number = 0;  // from 1
    base::Duration time{};
    std::string text;
};

inline constexpr std::size_t events_max = 100'000;      // of one run; more is a run-away conversation
inline constexpr std::size_t happenings_kept_max = 64;  // the latest, for reports

// How an expectation ended that was not met, seen from the nearest event.
struct Mismatch {
    document::Position at;  // of the field's matcher, or of the target
    std::string wanted;
    std::string got;
    std::string closest;              // the event that came nearest; empty: there was none
    std::vector<std::string> passed;  // unread events that did not match
};

class Observations {
  public:
    void note(base::Duration time, std::string text);
    void see(base::Duration time, Sighting sighting);

    // The event that the pattern takes now: it is marked as taken, what it passes over as read, captures are
    // kept.
    bool take(const scenario::Pattern& pattern, Captures& captures);
    // Why take() finds nothing.
    Mismatch explain(const scenario::Pattern& pattern, const Captures& captures) const;
    // The first event of the whole run that matches and was not taken.
    const Event* find_untaken(const scenario::Pattern& pattern, const Captures& captures) const;

    // Every event of the whole run that matches, taken or not.
    std::vector<const Event*> find_all(const scenario::Pattern& pattern, const Captures& captures) const;

    const std::vector<Event>& events() const { return events_; }
    const std::vector<Happening>& latest() const { return latest_; }
    bool is_full() const { return events_.size() >= events_max; }

  private:
    std::vector<Event> events_;
    std::vector<Happening> latest_;
    std::size_t happenings_ = 0;
};

// "customer sees \"Hello\" (source agent)", for people.
std::string describe(const Sighting& sighting);
std::string describe(const Event& event);

}  // namespace runner
