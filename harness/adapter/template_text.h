// Texts with ${names} in them, as adapter files have them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace adapter {

using Values = std::map<std::string, std::string>;

// Every ${name} replaced by its value; a name without a value stays as it stands.
std::string fill(std::string_view text, const Values& values);
// The same, with values written as they stand inside a JSON string.
std::string fill_json(std::string_view text, const Values& values);
// The same, with values percent-encoded, as a path needs them.
std::string fill_path(std::string_view text, const Values& values);

// The first name in `text` that is not among `known`.
std::optional<std::string> unknown_name(std::string_view text, const std::vector<std::string_view>& known);

}  // namespace adapter
