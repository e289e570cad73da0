// POST .../inbound/open/event: the customer is typing, the only event that the definition knows.
#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "mock-genesys/api/errors.h"
#include "mock-genesys/core/message.h"
#include "mock-genesys/core/organisation.h"

namespace mock {

// An OpenInboundNormalizedEvent; the message that it gives has only who and when.
std::expected<InboundMessage, ApiError> decode_inbound_event(std::string_view body);

// The OpenEventNormalizedMessage that answers it.
std::string encode_event_reply(const MessageId& id, const InboundMessage& event,
                               const Integration& integration);

}  // namespace mock
