// POST .../inbound/open/message: decoding, as strict as the vendor. The reply is in normalized_message.h.
#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "mock-genesys/api/errors.h"
#include "mock-genesys/core/message.h"

namespace mock {

// An OpenInboundNormalizedMessage. Fields that are unknown or read-only in the definition are ignored, as
// many connectors send them; a wrong type is a bad.request.
std::expected<InboundMessage, ApiError> decode_inbound_message(std::string_view body);

// The channel of such a body alone, for the operations that carry no message: who, when, attributes.
std::expected<InboundMessage, ApiError> decode_inbound_channel(std::string_view body);

}  // namespace mock
