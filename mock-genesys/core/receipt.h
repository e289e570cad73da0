// Delivery reports about one message, as connectors send them and as the platform makes them (API definition,
// OpenInboundNormalizedReceipt and ConversationReason).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/base/time.h"
#include "mock-genesys/core/values.h"

namespace mock {

// Read is known to the older catch-all operation only.
enum class ReceiptStatus { Sent, Delivered, Read, Failed, Published, Removed };
std::string_view name_of(ReceiptStatus status);
std::optional<ReceiptStatus> find_receipt_status(std::string_view text);

// The vendor's closed list of reason codes, as it writes them.
bool is_reason_code(std::string_view code);
// All of them, for messages: "MessageExpired, RateLimited, ...".
std::string_view reason_codes();

struct ReceiptReason {
    std::string code;
    std::string message;
    friend bool operator==(const ReceiptReason&, const ReceiptReason&) = default;
};

struct Receipt {
    ReceiptStatus status = ReceiptStatus::Delivered;
    std::vector<ReceiptReason> reasons;
    bool is_final = false;
    base::UtcTime time;
    friend bool operator==(const Receipt&, const Receipt&) = default;
};

// What becomes of an outbound message's status. Only Delivered and Failed are honoured ("Inbound receipt
// messages", developer centre); a failure is final.
MessageStatus status_after(MessageStatus before, ReceiptStatus receipt);

}  // namespace mock
