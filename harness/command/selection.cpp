#include "harness/command/selection.h"

#include <fmt/format.h>

#include <algorithm>
#include <regex>

namespace command {

struct Selection::Expression {
    std::regex regex;
};

std::expected<Selection, std::string> Selection::make(const SelectionSettings& settings) {
    Selection selection;
    for (const std::string& tag : settings.tags) {
        if (tag.starts_with('!'))
            selection.unwanted_tags_.insert(tag.substr(1));
        else
            selection.wanted_tags_.insert(tag);
    }
    selection.case_name_ = settings.case_name;
    if (settings.grep.empty()) return selection;
    try {
        selection.grep_ = std::make_shared<const Expression>(std::regex(settings.grep));
    } catch (const std::regex_error&) {
        return std::unexpected(fmt::format(
            "--grep '{}' is not a regular expression (ECMAScript); put \\ before . * + ? ( ) [ ] {{ }} | ^ $ "
            "to look for the character itself",
            settings.grep));
    }
    return selection;
}

bool Selection::includes(const LoadedScenario& loaded) const {
    if (!case_name_.empty() && loaded.case_name != case_name_) return false;
    if (names_ && !names_->contains(shown_name(loaded))) return false;
    if (!has_wanted_tag(loaded.scenario.tags)) return false;
    if (grep_ == nullptr) return true;
    const std::string subject = shown_name(loaded) + ' ' + loaded.scenario.title;
    return std::regex_search(subject, grep_->regex);
}

bool Selection::has_wanted_tag(const std::vector<std::string>& tags) const {
    const auto is_in = [&](const std::set<std::string>& set) {
        return std::ranges::any_of(tags, [&](const std::string& tag) { return set.contains(tag); });
    };
    return !is_in(unwanted_tags_) && (wanted_tags_.empty() || is_in(wanted_tags_));
}

}  // namespace command
