#include "bridge/core/end_detector.h"

#include <algorithm>

namespace bridge {
namespace {

bool has_left(const ParticipantReading& participant) {
    return participant.state == "disconnected" || participant.state == "terminated";
}

base::UtcTime give_up_time(base::UtcTime ended_at) {
    return ended_at + std::chrono::duration_cast<std::chrono::milliseconds>(missing_lines_awaited);
}

}  // namespace

void EndDetector::resume(base::TimePoint now, std::optional<base::UtcTime> ended_at) {
    next_poll_ = now;
    ended_at_ = ended_at;
}

void EndDetector::stop() { *this = EndDetector(poll_every_); }

std::optional<base::TimePoint> EndDetector::next_poll() const { return reading_ ? std::nullopt : next_poll_; }

void EndDetector::reading() {
    reading_ = true;
    line_sent_since_reading_ = false;
}

void EndDetector::line_sent() {
    line_sent_since_reading_ = true;
    ended_at_.reset();
    missing_.clear();
}

EndDetector::Verdict EndDetector::read(const ConversationReading& conversation, const Dedupe& delivered,
                                       bool lines_waiting, base::Now now) {
    again(now.monotonic);
    unknown_readings_ = 0;
    const bool all_left =
        !conversation.participants.empty() && std::ranges::all_of(conversation.participants, has_left);
    if (!all_left) {
        ended_at_.reset();
        missing_.clear();
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
    if (!ended_at_) ended_at_ = now.utc;
    return missing_.empty() || now.utc >= give_up_time(*ended_at_) ? Verdict::Over : Verdict::Waiting;
}

bool EndDetector::delivered(const GenesysMessageId& id) { return missing_.erase(id) > 0 && missing_.empty(); }

std::optional<base::UtcTime> EndDetector::gives_up_at() const {
    if (!ended_at_) return std::nullopt;
    return give_up_time(*ended_at_);
}

void EndDetector::again(base::TimePoint now) {
    reading_ = false;
    next_poll_ = now + poll_every_;
}

}  // namespace bridge
