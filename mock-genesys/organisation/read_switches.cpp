#include "mock-genesys/organisation/read_switches.h"

namespace mock {

Switches read_switches(const document::Node& node, document::Problems& problems) {
    document::Fields fields(node, problems);
    Switches switches;
    switches.inbound_status = fields.one_of<InboundStatus>(
        "inboundStatus", {{"200", InboundStatus::Ok}, {"202", InboundStatus::Accepted}},
        switches.inbound_status);
    switches.repeated_message_id = fields.one_of<RepeatedMessageId>(
        "repeatedMessageId", {{"ignore", RepeatedMessageId::Ignore}, {"append", RepeatedMessageId::Append}},
        switches.repeated_message_id);
    switches.webhook_order = fields.one_of<WebhookOrder>(
        "webhookOrder",
        {{"perConversation", WebhookOrder::PerConversation}, {"concurrent", WebhookOrder::Concurrent}},
        switches.webhook_order);
    switches.webhook_exhausted =
        fields.one_of<WebhookExhausted>("webhookExhausted",
                                        {{"messageFailed", WebhookExhausted::MessageFailed},
                                         {"conversationEnds", WebhookExhausted::ConversationEnds}},
                                        switches.webhook_exhausted);
    switches.expired_token_code =
        fields.one_of<ExpiredTokenCode>("expiredTokenCode",
                                        {{"bad.credentials", ExpiredTokenCode::BadCredentials},
                                         {"credentials.expired", ExpiredTokenCode::CredentialsExpired}},
                                        switches.expired_token_code);
    switches.threading_window = std::chrono::minutes(fields.integer_or(
        "threadingMinutes", switches.threading_window.count(), 0, threading_window_max.count()));
    switches.published_receipts =
        fields.bool_or("publishedReceipts", false) ? PublishedReceipts::On : PublishedReceipts::Off;
    switches.legacy_inbound = fields.one_of<LegacyInbound>(
        "legacyInbound", {{"served", LegacyInbound::Served}, {"gone", LegacyInbound::Gone}},
        switches.legacy_inbound);
    switches.receipt_channel = fields.one_of<ReceiptChannel>(
        "receiptChannel", {{"lenient", ReceiptChannel::Lenient}, {"strict", ReceiptChannel::Strict}},
        switches.receipt_channel);
    switches.unknown_receipt = fields.one_of<UnknownReceipt>(
        "unknownReceipt", {{"accepted", UnknownReceipt::Accepted}, {"notFound", UnknownReceipt::NotFound}},
        switches.unknown_receipt);
    fields.finish();
    return switches;
}

}  // namespace mock
