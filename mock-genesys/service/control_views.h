// The answers of the control interface as JSON.
#pragma once

#include <cstdint>
#include <string>

#include "mock-genesys/core/platform.h"

namespace mock {

// {"status":"up"}
std::string encode_up();
// {"name":value}: the small answers.
std::string encode_pairs(std::initializer_list<std::pair<std::string_view, std::string_view>> pairs);
std::string encode_count(std::string_view name, std::size_t count);
std::string encode_on_queue(std::string_view agent, bool on_queue);
// What the agent's desk shows: every conversation with its lines and the customer's attributes, oldest first.
std::string encode_desk(std::string_view agent, const Desk& desk, const Platform& platform);

}  // namespace mock
