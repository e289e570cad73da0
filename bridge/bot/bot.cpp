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

bool Bot::has_intent(const std::string& intent, std::string_view customer_text) const {
    const auto found = script_.intents.find(intent);
    return found != script_.intents.end() &&
           std::ranges::any_of(found->second, [&](const std::string& words) {
               return contains_ignoring_case(customer_text, words);
           });
}

const Say& Bot::reaction(HandoverStatus status) const {
    switch (status) {
        case HandoverStatus::Queue:
            return script_.on_queue;
        case HandoverStatus::Active:
            return script_.on_active;
        case HandoverStatus::Completed:
            return script_.on_completed;
        case HandoverStatus::Cancelled:
            return script_.on_cancelled;
        case HandoverStatus::Error:
            break;
    }
    return script_.on_error;
}

}  // namespace bridge
