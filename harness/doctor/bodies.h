// Webhook bodies as the vendor makes them: compact JSON in UTF-8, members in the order of captures of 2025.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "harness/doctor/envelope.h"

namespace doctor {

struct Body {
    std::string name;  // for people: "typing event"
    std::string bytes;
};

std::string text_body(const Envelope& envelope, std::string_view text);

// Every kind of message the vendor sends (Genesys developer centre, "Outbound messages" and "Inbound receipt
// messages"; library go-gcloudcx, test data), and one that does not exist yet. Apart from the last, none has
// members that the vendor does not have.
std::vector<Body> bodies_of_every_kind(Envelopes& envelopes);

// A text with members that no document of today names.
std::string body_with_unknown_members(const Envelope& envelope);

// The platform's request limit is 512,000 bytes (limit request.bytes.max); for webhooks none is published.
inline constexpr std::size_t large_body_bytes = 500'000;
// A text of about that size: an agent's is shorter, but every receiver knows its kind.
std::string large_body(const Envelope& envelope);

}  // namespace doctor
