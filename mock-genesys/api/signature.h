// The signature of a webhook: X-Hub-Signature-256 (Genesys developer centre, "Validate webhooks").
#pragma once

#include <string>
#include <string_view>

namespace mock {

inline constexpr std::string_view signature_header = "X-Hub-Signature-256";

// "sha256=" and the standard base64, not hex, of HMAC-SHA256 over exactly these bytes.
std::string sign(std::string_view secret, std::string_view body);

}  // namespace mock
