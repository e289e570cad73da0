#include "harness/invariants/delivered_lines.h"

#include <algorithm>

namespace invariants {
namespace {

// A customer's page learns of an end this late at most: a feed that broke is opened again a second later.
constexpr base::Duration told_late_by = std::chrono::seconds{3};

}  // namespace

void DeliveredLines::look_at(const LineWritten& fact, const Seen& /*seen*/) { customers_.look_at(fact); }

void DeliveredLines::look_at(const ConversationStarted& fact, const Seen& /*seen*/) {
    customers_.look_at(fact);
}

void DeliveredLines::look_at(const OutboundSaid& fact, const Seen& seen) {
    const auto customer = customers_.in_conversation(fact.conversation);
    if (fact.agent.empty() || !customer) return;
    DeliveredLine line{.customer = *customer, .said = seen.number, .said_at = seen.time};
    line.was_open = chats_[*customer].is_open;
    lines_.insert_or_assign(fact.message, line);
}

void DeliveredLines::look_at(const WebhookConcluded& fact, const Seen& seen) {
    const auto line = lines_.find(fact.message);
    if (line == lines_.end() || fact.verdict != "delivered" || fact.status == 0) return;
    line->second.acknowledged = seen.number;
    line->second.acknowledged_at = seen.time;
}

void DeliveredLines::look_at(const OutputSeen& fact, const Seen& seen) {
    const auto line = lines_.find(fact.message);
    if (line != lines_.end()) line->second.shown = seen.number;
}

void DeliveredLines::look_at(const StatusSeen& fact, const Seen& seen) {
    Chat& chat = chats_[fact.customer];
    chat.is_open = fact.status == "queue" || fact.status == "active";
    if (!chat.is_open) chat.ends.push_back(seen.time);
}

bool DeliveredLines::is_missing(const DeliveredLine& line) const {
    if (line.acknowledged == 0 || line.shown != 0 || !line.was_open) return false;
    const auto chat = chats_.find(line.customer);
    if (chat == chats_.end()) return false;
    return std::ranges::none_of(chat->second.ends, [&](base::Duration end) {
        return end >= line.said_at && end <= line.acknowledged_at + told_late_by;
    });
}

}  // namespace invariants
