// POST .../inbound/open/structured/response: the customer has pressed a button of a structured message.
#pragma once

#include <expected>
#include <string_view>

#include "mock-genesys/api/errors.h"
#include "mock-genesys/core/message.h"

namespace mock {

// An OpenInboundStructuredResponseMessage. That originatingMessageId names a message is not checked (nothing
// is documented).
std::expected<InboundMessage, ApiError> decode_structured_response(std::string_view body);

}  // namespace mock
