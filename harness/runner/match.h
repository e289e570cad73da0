// Judges one field of an event by a matcher.
#pragma once

#include <optional>
#include <string>

#include "harness/runner/captures.h"
#include "harness/scenario/matcher.h"

namespace runner {

// Longer values are not searched by a regular expression: the library recurses once per character.
inline constexpr std::size_t regex_subject_chars_max = 8192;

// `value` is nullopt when the event does not have the field.
bool matches(const scenario::Matcher& matcher, const std::optional<std::string>& value,
             const Captures& captures);

// "text containing 'order'", for people: captures filled in.
std::string describe(const scenario::Matcher& matcher, const Captures& captures);

}  // namespace runner
