// The customer's lines on their way to Genesys, of one session: strictly one in flight, in order, and the
// same message id, text, time and attributes on every attempt, so that a repetition can be recognised.
//
// A line is uncertain when an attempt has had no answer that tells whether Genesys took it.
//
// A line leaves the box when Genesys has taken it, or when it never will: refused for good, or attempts_max
// failures. A throttled attempt (429) is no failure of the line; a 401 earns one attempt with a fresh token.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "bridge/core/ids.h"
#include "foundation/base/random.h"
#include "foundation/base/time.h"

namespace bridge {

struct SenderNames {
    std::string first;  // empty: not known, or not to be told
    std::string last;
    friend bool operator==(const SenderNames&, const SenderNames&) = default;
};

struct OutgoingLine {
    std::uint64_t number = 0;  // from 1 in each session
    unsigned generation = 0;
    MessageId id;
    std::string text;
    base::UtcTime time;
    SenderNames sender;
    bool opens_handover = false;  // the first message of its generation
    std::map<std::string, std::string> attributes;
    friend bool operator==(const OutgoingLine&, const OutgoingLine&) = default;
};

enum class SendFailure {
    Temporary,     // no answer, or one that may change: 5xx, 408
    Throttled,     // 429
    Unauthorised,  // 401
    Permanent,     // any other refusal
};

inline constexpr std::size_t outbox_lines_max = 200;
inline constexpr unsigned attempts_max = 10;

class Outbox {
  public:
    struct Retry {
        unsigned failures;
        base::Duration delay;
    };
    struct DeadLetter {
        OutgoingLine line;
    };
    using Verdict = std::variant<Retry, DeadLetter>;

    void push(OutgoingLine line);
    bool is_full() const { return lines_.size() >= outbox_lines_max; }
    bool is_empty() const { return lines_.empty(); }
    bool is_in_flight() const { return in_flight_; }
    // That line is in flight.
    bool awaits(std::uint64_t number) const { return in_flight_ && lines_.front().number == number; }

    // Nobody knows whether the first line has arrived.
    bool is_uncertain() const { return is_uncertain_; }
    // The process has ended while the first line may have been in flight.
    void doubt() { is_uncertain_ = !lines_.empty(); }
    // The first line, in flight as a question, has not arrived: it may be sent now.
    void is_missing();
    // The first line shall wait, or need not wait any longer.
    void not_before(base::TimePoint when) { not_before_ = when; }

    // The line to be sent now, or nullptr: none, in flight, or its time has not come.
    const OutgoingLine* due(base::TimePoint now) const;
    // When the first line wants to be sent; nullopt if there is none or it is in flight.
    std::optional<base::TimePoint> next_due() const;

    // The first line is on its way. Its number.
    std::uint64_t start();
    // Results of the first line, in flight or (failed) hindered before it could be.
    OutgoingLine sent();
    Verdict failed(SendFailure failure, base::TimePoint now, base::Random& random);

    // Takes out the lines of that handover which are not in flight, in order.
    std::vector<OutgoingLine> abandon(unsigned generation);

  private:
    OutgoingLine take_first();

    std::deque<OutgoingLine> lines_;
    base::TimePoint not_before_{};
    bool in_flight_ = false;
    bool is_uncertain_ = false;           // the first line
    bool renewed_authorisation_ = false;  // of the first line
    unsigned failures_ = 0;               // of the first line
};

}  // namespace bridge
