// `use`: the steps of another file, with values put in.
#pragma once

#include <expected>
#include <functional>
#include <string>
#include <vector>

#include "foundation/document/fields.h"

namespace scenario {

inline constexpr unsigned use_depth_max = 5;

// The text of a file named relative to the scenario; the error is a sentence.
using ReadPart = std::function<std::expected<std::string, std::string>(const std::string& file)>;

// The steps with each `use: { file, with? }` replaced by the steps of that file, which stand where the `use`
// stands. What is wrong in such a file is a problem at the `use` that begins with the place in the file.
std::vector<document::Node> expand_parts(const std::vector<document::Node>& steps, const ReadPart& read,
                                         document::Problems& problems);

}  // namespace scenario
