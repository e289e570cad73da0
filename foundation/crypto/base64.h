// Standard base64 with padding, decoded strictly: what is not canonical is refused.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace crypto {

std::string encode_base64(std::span<const std::uint8_t> bytes);
std::string encode_base64(std::string_view bytes);

// nullopt unless `text` is exactly what encode_base64 would print: alphabet A-Za-z0-9+/, padding present,
// unused bits zero, no line breaks or spaces.
std::optional<std::string> decode_base64(std::string_view text);

}  // namespace crypto
