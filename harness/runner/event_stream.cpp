#include "harness/runner/event_stream.h"

#include <utility>

namespace runner {

std::vector<ServerEvent> EventStream::push(std::string_view bytes) {
    std::vector<ServerEvent> complete;
    for (const char c : bytes) {
        const bool is_second_half = c == '\n' && std::exchange(after_carriage_return_, false);
        if (is_second_half) continue;
        after_carriage_return_ = c == '\r';
        if (c != '\n' && c != '\r') {
            rest_ += c;
            continue;
        }
        take_line(rest_, complete);
        rest_.clear();
    }
    return complete;
}

void EventStream::take_line(std::string_view line, std::vector<ServerEvent>& complete) {
    if (line.empty()) {
        if (has_data_) complete.push_back(std::move(pending_));
        pending_ = {};
        has_data_ = false;
        return;
    }
    const std::size_t colon = line.find(':');
    const std::string_view name = line.substr(0, colon);
    std::string_view value = colon == std::string_view::npos ? std::string_view{} : line.substr(colon + 1);
    if (value.starts_with(' ')) value.remove_prefix(1);
    if (name == "id") pending_.id = value;
    if (name == "event") pending_.event = value;
    if (name != "data") return;
    if (has_data_) pending_.data += '\n';
    pending_.data += value;
    has_data_ = true;
}

}  // namespace runner
