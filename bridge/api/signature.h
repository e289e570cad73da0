// The vendor's webhook signature: "X-Hub-Signature-256: sha256=" and the standard base64 of
// HMAC-SHA256(secret, body) (Genesys developer centre, "Validate webhooks"). Only that spelling is taken: no
// hex, no other alphabet.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "foundation/http/headers.h"

namespace bridge {

enum class SignatureVerdict { Valid, Unchecked, Missing, Wrong };
std::string_view name_of(SignatureVerdict verdict);

// Over the raw bytes of the body. An empty secret checks nothing.
SignatureVerdict check_signature(std::string_view secret, const http::Headers& headers,
                                 std::string_view body);

// The header value for a body; what check_signature takes.
std::string signature(std::string_view secret, std::string_view body);

}  // namespace bridge
