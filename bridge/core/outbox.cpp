#include "bridge/core/outbox.h"

#include <utility>

#include "bridge/core/backoff.h"
#include "foundation/base/check.h"

namespace bridge {

void Outbox::push(OutgoingLine line) {
    base::check(!is_full(), "who pushes has asked whether the outbox is full");
    lines_.push_back(std::move(line));
}

const OutgoingLine* Outbox::due(base::TimePoint now) const {
    const auto when = next_due();
    return when && *when <= now ? &lines_.front() : nullptr;
}

std::optional<base::TimePoint> Outbox::next_due() const {
    if (lines_.empty() || in_flight_) return std::nullopt;
    return not_before_;
}

std::uint64_t Outbox::start() {
    base::check(!lines_.empty() && !in_flight_, "one line at a time is in flight");
    in_flight_ = true;
    return lines_.front().number;
}

void Outbox::is_missing() {
    base::check(in_flight_, "only who is asked for is missing");
    in_flight_ = false;
    is_uncertain_ = false;
}

OutgoingLine Outbox::sent() {
    base::check(in_flight_, "only a line in flight arrives");
    return take_first();
}

Outbox::Verdict Outbox::failed(SendFailure failure, base::TimePoint now, base::Random& random) {
    base::check(!lines_.empty(), "only a waiting line fails");
    in_flight_ = false;
    switch (failure) {
        case SendFailure::Throttled:
            return Retry{failures_, {}};
        case SendFailure::Unauthorised:
            if (std::exchange(renewed_authorisation_, true)) return DeadLetter{take_first()};
            return Retry{failures_, {}};
        case SendFailure::Permanent:
            return DeadLetter{take_first()};
        case SendFailure::Temporary:
            break;
    }
    is_uncertain_ = true;
    if (++failures_ >= attempts_max) return DeadLetter{take_first()};
    const base::Duration delay = backoff_delay(failures_, random);
    not_before_ = now + delay;
    return Retry{failures_, delay};
}

std::vector<OutgoingLine> Outbox::abandon(unsigned generation) {
    std::vector<OutgoingLine> taken;
    if (lines_.empty()) return taken;
    const bool takes_first = !in_flight_ && lines_.front().generation == generation;
    if (takes_first) taken.push_back(take_first());
    const auto is_kept = [&](const OutgoingLine& line) {
        return line.generation != generation || (in_flight_ && &line == &lines_.front());
    };
    std::deque<OutgoingLine> kept;
    for (OutgoingLine& line : lines_) {
        if (is_kept(line))
            kept.push_back(std::move(line));
        else
            taken.push_back(std::move(line));
    }
    lines_ = std::move(kept);
    return taken;
}

OutgoingLine Outbox::take_first() {
    OutgoingLine line = std::move(lines_.front());
    lines_.pop_front();
    in_flight_ = false;
    is_uncertain_ = false;
    renewed_authorisation_ = false;
    failures_ = 0;
    not_before_ = {};
    return line;
}

}  // namespace bridge
