#include "bridge/core/session_log.h"

#include <algorithm>
#include <iterator>

#include "foundation/base/check.h"

namespace bridge {

std::string_view name_of(Source source) {
    switch (source) {
        case Source::Bot:
            return "bot";
        case Source::Agent:
            return "agent";
    }
    return "unknown";
}

bool LogEntry::is_event() const {
    return std::holds_alternative<Output>(line) || std::holds_alternative<StatusChange>(line);
}

SessionLog::SessionLog(std::vector<LogEntry> entries)
    : entries_(std::make_move_iterator(entries.begin()), std::make_move_iterator(entries.end())) {
    base::check(std::ranges::is_sorted(entries_, {}, &LogEntry::number), "a log is restored in order");
    for (const LogEntry& entry : entries_)
        if (const auto* customer = std::get_if<CustomerLine>(&entry.line)) customer_ids_.insert(customer->id);
}

const LogEntry& SessionLog::append(LogLine line) {
    LogEntry entry{.number = next_number(), .cursor = last_cursor(), .line = std::move(line)};
    if (entry.is_event()) ++entry.cursor;
    if (const auto* customer = std::get_if<CustomerLine>(&entry.line)) customer_ids_.insert(customer->id);
    return entries_.emplace_back(std::move(entry));
}

std::vector<std::uint64_t> SessionLog::trim(std::size_t entries_max) {
    std::vector<std::uint64_t> forgotten;
    while (entries_.size() > std::max<std::size_t>(entries_max, 1)) {
        if (const auto* customer = std::get_if<CustomerLine>(&entries_.front().line))
            customer_ids_.erase(customer->id);
        forgotten.push_back(entries_.front().number);
        entries_.pop_front();
    }
    return forgotten;
}

std::vector<const LogEntry*> SessionLog::events_after(std::uint64_t cursor) const {
    std::vector<const LogEntry*> events;
    for (auto place = std::ranges::upper_bound(entries_, cursor, {}, &LogEntry::cursor);
         place != entries_.end(); ++place)
        if (place->is_event()) events.push_back(&*place);
    return events;
}

}  // namespace bridge
