// POST /api/v2/conversations/messages/inbound/open, the deprecated catch-all of the operations for each
// integration: its body says what it is and to whom.
#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "mock-genesys/api/errors.h"
#include "mock-genesys/core/values.h"

namespace mock {

enum class LegacyKind { Text, Receipt };

// The envelope of an OpenNormalizedMessage; what is inside is decoded as for the newer operations.
struct LegacyInboundEnvelope {
    LegacyKind kind = LegacyKind::Text;
    IntegrationId integration;  // channel.to.id; of a receipt, which goes the other way, channel.from.id too
    std::string from;           // channel.from.id
};
std::expected<LegacyInboundEnvelope, ApiError> decode_legacy_envelope(std::string_view body);

}  // namespace mock
