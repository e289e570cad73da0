// The key of a step or target, cut into its parts: "agent(ann).says" is agent, ann, says.
#pragma once

#include <optional>
#include <string_view>

namespace scenario {

struct StepKey {
    std::string_view actor;
    std::string_view name;  // empty: none given
    std::string_view verb;  // empty: none given
};

// The views point into `key`. nullopt when it is not of the form actor, actor.verb, actor(name) or
// actor(name).verb with words of letters, digits, '-' and '_'.
std::optional<StepKey> cut_key(std::string_view key);

bool is_word(std::string_view text);

}  // namespace scenario
