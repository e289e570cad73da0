// Reads the configuration file of the bridge (docs/interfaces.md, "Bridge configuration").
#pragma once

#include <expected>
#include <string_view>

#include "bridge/core/settings.h"
#include "foundation/document/fields.h"

namespace bridge {

inline constexpr std::size_t bot_rules_max = 200;

// Every problem at once, each with its position. What is allowed but dangerous becomes a warning of the
// settings.
std::expected<Settings, document::Problems> read_settings(std::string_view text);

}  // namespace bridge
