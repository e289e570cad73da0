// POST .../inbound/open/receipt: what became of a message that the platform had sent.
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>

#include "mock-genesys/api/errors.h"
#include "mock-genesys/core/message.h"
#include "mock-genesys/core/organisation.h"

namespace mock {

// An OpenInboundNormalizedReceipt.
struct InboundReceipt {
    MessageId message;
    std::optional<std::string> to;  // channel.to.id, the customer's address
    Receipt receipt;
};

// The definition requires id, channel.to and channel.time. Lenient accepts channel.messageId instead of id
// and goes without the channel, as in a public connector's live log of June 2025; `now` stands for a missing
// time. Statuses are those of the definition, Read is not among them.
std::expected<InboundReceipt, ApiError> decode_inbound_receipt(std::string_view body, ReceiptChannel channel,
                                                               base::UtcTime now);

// The same in the body of the deprecated catch-all operation, which also knows Read.
std::expected<InboundReceipt, ApiError> decode_legacy_receipt(std::string_view body, base::UtcTime now);

// The OpenReceiptNormalizedMessage that answers it: from the integration to the customer, as captured in the
// tests of a public client library.
std::string encode_receipt_reply(const InboundReceipt& receipt, const Integration& integration);

}  // namespace mock
