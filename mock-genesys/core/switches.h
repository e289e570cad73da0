// Where the vendor's behaviour is unknown, a named switch decides; the first of each is the default.
#pragma once

#include <chrono>

namespace mock {

enum class InboundStatus { Ok, Accepted };  // 200, 202: both are declared by the API definition
enum class RepeatedMessageId { Ignore, Append };
enum class WebhookOrder { PerConversation, Concurrent };
enum class WebhookExhausted { MessageFailed, ConversationEnds };
enum class ExpiredTokenCode { BadCredentials, CredentialsExpired };
enum class PublishedReceipts { Off, On };
enum class LegacyInbound { Served, Gone };  // POST /api/v2/conversations/messages/inbound/open
// Whether a receipt may lack the channel that the API definition requires; one is accepted in a live log.
enum class ReceiptChannel { Lenient, Strict };
enum class UnknownReceipt { Accepted, NotFound };  // a receipt about a message that does not exist

// The vendor's threading timeline: 0 to 72 hours after the disconnect ("Messaging threading timeline", help
// centre).
inline constexpr std::chrono::minutes threading_window_max{4320};

struct Switches {
    InboundStatus inbound_status = InboundStatus::Ok;
    RepeatedMessageId repeated_message_id = RepeatedMessageId::Ignore;
    WebhookOrder webhook_order = WebhookOrder::PerConversation;
    WebhookExhausted webhook_exhausted = WebhookExhausted::MessageFailed;
    ExpiredTokenCode expired_token_code = ExpiredTokenCode::BadCredentials;
    std::chrono::minutes threading_window = threading_window_max;
    PublishedReceipts published_receipts = PublishedReceipts::Off;
    LegacyInbound legacy_inbound = LegacyInbound::Served;
    ReceiptChannel receipt_channel = ReceiptChannel::Lenient;
    UnknownReceipt unknown_receipt = UnknownReceipt::Accepted;
    friend bool operator==(const Switches&, const Switches&) = default;
};

}  // namespace mock
