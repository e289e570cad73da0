#include "bridge/bot/bot.h"

#include <algorithm>

namespace bridge {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool contains_ignoring_case(std::string_view text, std::string_view part) {
    const auto found = std::ranges::search(text, part, [](char a, char b) { return lower(a) == lower(b); });
    return part.empty() || !found.empty();
}

}  // namespace

Bot::Decision Bot::answer(std::string_view customer_text) const {
    const auto rule = std::ranges::find_if(script_.rules, [&](const Rule& candidate) {
        return contains_ignoring_case(customer_text, candidate.contains);
    });
    if (rule == script_.rules.end()) return Silence{};
    return std::visit([](const auto& action) -> Decision { return action; }, rule->action);
}

const std::string& Bot::reaction(HandoverStatus status) const {
    static const std::string nothing;
    switch (status) {
        case HandoverStatus::Queue:
        case HandoverStatus::Active:
            return nothing;
        case HandoverStatus::Completed:
            return script_.on_completed;
        case HandoverStatus::Cancelled:
            return script_.on_cancelled;
        case HandoverStatus::Error:
            return script_.on_error;
    }
    return nothing;
}

}  // namespace bridge
