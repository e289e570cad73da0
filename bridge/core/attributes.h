// What the message flow at Genesys can read about the customer: custom attributes, all of them strings, on
// the first message of a handover because the flow starts with that message.
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>

#include "bridge/core/settings.h"

namespace bridge {

// The chatbot platform's own names (its flow examples read queueId, myLanguage, mySkills, userId with "Get
// Participant Data"); no document names a key for the priority.
inline constexpr std::array<std::string_view, 5> reserved_attributes{"queueId", "myLanguage", "mySkills",
                                                                     "userId", "priority"};

// Skills are joined by commas. What is not set is absent. A reserved name wins over a custom one.
std::map<std::string, std::string> attributes(const HandoverNode& node, const std::string& queue_id,
                                              const std::string& user_id);

}  // namespace bridge
