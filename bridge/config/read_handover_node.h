// The node that hands over, with the keys of the chatbot platform's "Handover to Agent" node.
#pragma once

#include <string>
#include <string_view>

#include "bridge/core/settings.h"
#include "foundation/document/fields.h"

namespace bridge {

inline constexpr std::size_t bot_text_bytes_max = 8000;
inline constexpr std::size_t inactivity_strikes_max = 10;

// `intents` are those of the script: cancelIntent must be one of them.
HandoverNode read_handover_node(const document::Node& node,
                                const std::map<std::string, std::vector<std::string>>& intents,
                                document::Problems& problems);

// A text that the bot says: as such, or { text, destination }.
Say read_say(const document::Node& node, std::string_view what, document::Problems& problems);

}  // namespace bridge
