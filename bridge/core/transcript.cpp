#include "bridge/core/transcript.h"

#include <optional>
#include <ranges>
#include <vector>

namespace bridge {
namespace {

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

std::optional<std::string> readable(const LogEntry& entry) {
    if (const auto* customer = std::get_if<CustomerLine>(&entry.line))
        return is_blank(customer->text) ? std::nullopt : std::optional("Customer: " + customer->text);
    if (const auto* output = std::get_if<Output>(&entry.line)) {
        if (is_blank(output->text)) return std::nullopt;
        return (output->source == Source::Bot ? "Bot: " : "Agent: ") + output->text;
    }
    return std::nullopt;
}

}  // namespace

std::string transcript(const SessionLog& log, std::uint64_t from_number) {
    std::vector<std::string> newest_first;
    std::size_t bytes = 0;
    std::size_t left_out = 0;
    for (const LogEntry& entry : log.entries() | std::views::reverse) {
        if (entry.number < from_number) break;
        const auto line = readable(entry);
        if (!line) continue;
        const bool fits =
            newest_first.size() < transcript_lines_max && bytes + line->size() < transcript_bytes_max;
        if (left_out > 0 || (!fits && !newest_first.empty())) {
            ++left_out;
            continue;
        }
        bytes += line->size() + 1;
        newest_first.push_back(*line);
    }
    std::string text;
    if (left_out > 0) text = "(" + std::to_string(left_out) + " earlier lines left out)";
    for (const std::string& line : newest_first | std::views::reverse) {
        if (!text.empty()) text += '\n';
        text += line;
    }
    return text;
}

}  // namespace bridge
