// Finds out that a handover is over. No webhook ever says so (Open Messaging has no such event), so the
// conversation is read every now and then. It is over when all its participants have left: a transfer, a
// decline or an agent who does not answer leave the customer connected, and so are none.
//
// A webhook may still be repeating an agent's last line at that time. The reading names the lines that the
// agents have sent; as long as one of them was not delivered the end waits, at most for the time in which
// Genesys would still repeat it. A reading is not believed when a line of the customer was on its way
// meanwhile, because that line brings the conversation back to life.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "bridge/core/dedupe.h"
#include "bridge/core/ids.h"
#include "foundation/base/time.h"

namespace bridge {

struct ParticipantReading {
    std::string purpose;  // "customer", "workflow", "acd", "agent"
    std::string state;    // "alerting", "connected", "disconnected", "terminated" ...
    std::vector<GenesysMessageId> messages;
};
struct ConversationReading {
    std::vector<ParticipantReading> participants;
};

inline constexpr base::Duration missing_lines_awaited = std::chrono::seconds{90};
inline constexpr unsigned unknown_readings_max =
    3;  // so many 404 in a row mean that there is no conversation

// After-call work of an agent who has transferred ends before the next agent comes (chatbot platform, release
// 2025.10: its timeout went from 2.5 s to 10 s).
inline constexpr base::Duration second_look_after = std::chrono::seconds{10};

class EndDetector {
  public:
    enum class Verdict { Live, Unsure, Waiting, Over };

    explicit EndDetector(base::Duration poll_every) : poll_every_(poll_every) {}

    // There is a conversation to watch; the first reading comes one interval later.
    void watch(base::TimePoint now) { next_poll_ = now + poll_every_; }
    // After a restart: reads at once. `ended_at`: when the end had been seen, if it had.
    void resume(base::Now now, std::optional<base::UtcTime> ended_at);
    void stop();
    bool is_watching() const { return next_poll_.has_value(); }

    // Somebody says that a participant has left: reads at once, and again when an agent to whom the
    // conversation was transferred would be there. Nothing while nothing is watched.
    void look_now(base::TimePoint now);

    // nullopt while nothing is watched or a reading is under way.
    std::optional<base::TimePoint> next_poll() const;
    void reading();

    // A line of the customer has reached Genesys, or may have: an end that was seen before is none any more.
    void line_sent();

    // `lines_waiting`: lines of the customer are not sent yet.
    Verdict read(const ConversationReading& conversation, const Dedupe& delivered, bool lines_waiting,
                 base::Now now);
    Verdict read_unknown(bool lines_waiting, base::Now now);  // Genesys knows no such conversation
    void unreadable(base::TimePoint now) { again(now); }

    // A line of an agent came. True if that was the last one missing.
    bool delivered(const GenesysMessageId& id);
    // When the wait for missing lines is over; nullopt unless the end was seen.
    std::optional<base::TimePoint> gives_up_at() const { return gives_up_at_; }
    // When the end was seen, in the time that outlives a restart.
    std::optional<base::UtcTime> ended_at() const { return ended_at_; }

  private:
    void again(base::TimePoint now);
    void forget_end();
    Verdict ended(base::Now now);

    base::Duration poll_every_;
    std::optional<base::TimePoint> next_poll_;
    std::optional<base::TimePoint> second_look_;
    bool reading_ = false;
    bool line_sent_since_reading_ = false;
    unsigned unknown_readings_ = 0;
    std::optional<base::UtcTime> ended_at_;
    std::optional<base::TimePoint> gives_up_at_;  // not by the calendar, which may be set
    std::set<GenesysMessageId> missing_;
};

}  // namespace bridge
