// What was said and announced in one session, in order. Two numberings: every entry has a number; what the
// customer's page is told (outputs and status changes) also has a cursor, which is the `id:` of its event and
// never changes.
#pragma once

#include <cstdint>
#include <deque>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "bridge/core/handover.h"
#include "bridge/core/ids.h"

namespace bridge {

enum class Source { Bot, Agent };
std::string_view name_of(Source source);

struct CustomerLine {
    MessageId id;
    std::string text;
    friend bool operator==(const CustomerLine&, const CustomerLine&) = default;
};
struct Output {
    MessageId id;
    Source source = Source::Bot;
    std::string text;
    std::vector<std::string> quick_replies = {};  // offered with it; each is a text that may be sent back
    friend bool operator==(const Output&, const Output&) = default;
};
struct StatusChange {
    HandoverStatus status = HandoverStatus::Queue;
    unsigned generation = 0;
    friend bool operator==(const StatusChange&, const StatusChange&) = default;
};
// An agent's line that came after the end: kept, never shown.
struct LateLine {
    MessageId id;
    std::string text;
    friend bool operator==(const LateLine&, const LateLine&) = default;
};
using LogLine = std::variant<CustomerLine, Output, StatusChange, LateLine>;

struct LogEntry {
    std::uint64_t number = 0;  // from 1
    std::uint64_t cursor = 0;  // of this event, or of the last one before it
    LogLine line;
    bool is_event() const;
    friend bool operator==(const LogEntry&, const LogEntry&) = default;
};

inline constexpr std::size_t log_entries_max = 2000;  // per session; the oldest are forgotten

class SessionLog {
  public:
    SessionLog() = default;
    // In order of their numbers, as appended before.
    explicit SessionLog(std::vector<LogEntry> entries);

    // The reference lives until the next call.
    const LogEntry& append(LogLine line);
    // The numbers of the entries that were forgotten because there are too many.
    std::vector<std::uint64_t> trim(std::size_t entries_max = log_entries_max);

    bool has_customer_line(const MessageId& id) const { return customer_ids_.contains(id); }
    const std::deque<LogEntry>& entries() const { return entries_; }
    std::uint64_t last_cursor() const { return entries_.empty() ? 0 : entries_.back().cursor; }
    std::uint64_t next_number() const { return entries_.empty() ? 1 : entries_.back().number + 1; }
    // The events behind that cursor; pointers live until the next change.
    std::vector<const LogEntry*> events_after(std::uint64_t cursor) const;

  private:
    std::deque<LogEntry> entries_;
    std::set<MessageId> customer_ids_;
};

}  // namespace bridge
