#include "bridge/core/end_detector.h"

#include <algorithm>

namespace bridge {
namespace {

bool has_left(const ParticipantReading& participant) {
    return participant.state == "disconnected" || participant.state == "terminated";
}

}  // namespace

void EndDetector::resume(base::Now now, std::optional<base::UtcTime> ended_at) {
    next_poll_ = now.monotonic;
    ended_at_ = ended_at;
    if (!ended_at) return;
    const base::Duration waited = std::clamp<base::Duration>(now.utc - *ended_at, {}, missing_lines_awaited);
    gives_up_at_ = now.monotonic + (missing_lines_awaited - waited);
}

void EndDetector::stop() { *this = EndDetector(poll_every_); }

void EndDetector::look_now(base::TimePoint now) {
    if (!next_poll_) return;
    next_poll_ = now;
    second_look_ = now + second_look_after;
}

std::optional<base::TimePoint> EndDetector::next_poll() const { return reading_ ? std::nullopt : next_poll_; }

void EndDetector::reading() {
    reading_ = true;
    line_sent_since_reading_ = false;
}

void EndDetector::line_sent() {
    line_sent_since_reading_ = true;
    forget_end();
}

EndDetector::Verdict EndDetector::read(const ConversationReading& conversation, const Dedupe& delivered,
                                       bool lines_waiting, base::Now now) {
    again(now.monotonic);
    unknown_readings_ = 0;
    const bool all_left =
        !conversation.participants.empty() && std::ranges::all_of(conversation.participants, has_left);
    if (!all_left) {
        forget_end();
        return Verdict::Live;
    }
    if (lines_waiting || line_sent_since_reading_) return Verdict::Unsure;
    missing_.clear();
    for (const ParticipantReading& participant : conversation.participants) {
        if (participant.purpose != "agent") continue;
        for (const GenesysMessageId& id : participant.messages)
            if (!delivered.contains(id)) missing_.insert(id);
    }
    return ended(now);
}

EndDetector::Verdict EndDetector::read_unknown(bool lines_waiting, base::Now now) {
    again(now.monotonic);
    if (lines_waiting || line_sent_since_reading_ || ++unknown_readings_ < unknown_readings_max)
        return Verdict::Unsure;
    missing_.clear();
    return ended(now);
}

EndDetector::Verdict EndDetector::ended(base::Now now) {
    if (!ended_at_) {
        ended_at_ = now.utc;
        gives_up_at_ = now.monotonic + missing_lines_awaited;
    }
    return missing_.empty() || now.monotonic >= *gives_up_at_ ? Verdict::Over : Verdict::Waiting;
}

bool EndDetector::delivered(const GenesysMessageId& id) { return missing_.erase(id) > 0 && missing_.empty(); }

void EndDetector::forget_end() {
    ended_at_.reset();
    gives_up_at_.reset();
    missing_.clear();
}

void EndDetector::again(base::TimePoint now) {
    reading_ = false;
    next_poll_ = now + poll_every_;
    if (second_look_ && *second_look_ <= now) second_look_.reset();
    if (second_look_) next_poll_ = std::min(*next_poll_, *second_look_);
}

}  // namespace bridge
