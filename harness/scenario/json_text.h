// Part of a scenario as compact JSON: what a connector posts is written in the file as YAML.
#pragma once

#include <string>

#include "foundation/document/node.h"

namespace scenario {

// Plain true, false and numbers are themselves, every other scalar is a string; keys stay in the order
// written.
std::string json_text(const document::Node& node);

}  // namespace scenario
