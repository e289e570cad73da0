#include "harness/scenario/step_key.h"

#include <algorithm>

namespace scenario {
namespace {

bool is_word_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

}  // namespace

bool is_word(std::string_view text) { return !text.empty() && std::ranges::all_of(text, is_word_letter); }

std::optional<StepKey> cut_key(std::string_view key) {
    StepKey parts;
    const std::size_t actor_end = std::min(key.find_first_of("(."), key.size());
    parts.actor = key.substr(0, actor_end);
    key.remove_prefix(actor_end);
    if (key.starts_with('(')) {
        const std::size_t close = key.find(')');
        if (close == std::string_view::npos || !is_word(key.substr(1, close - 1))) return std::nullopt;
        parts.name = key.substr(1, close - 1);
        key.remove_prefix(close + 1);
    }
    if (key.starts_with('.')) {
        parts.verb = key.substr(1);
        if (!is_word(parts.verb)) return std::nullopt;
        key = {};
    }
    if (!key.empty() || !is_word(parts.actor)) return std::nullopt;
    return parts;
}

}  // namespace scenario
