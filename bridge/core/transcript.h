// What the agent reads first: the talk between customer and bot so far, as one message.
#pragma once

#include <cstdint>
#include <string>

#include "bridge/core/session_log.h"

namespace bridge {

inline constexpr std::size_t transcript_lines_max = 50;
inline constexpr std::size_t transcript_bytes_max = 16'000;

// "Customer: ..." and "Bot: ..." lines of the entries from that number on, the newest if there are too many;
// then the first line says how many are left out. Never empty as long as there is a line.
std::string transcript(const SessionLog& log, std::uint64_t from_number);

}  // namespace bridge
