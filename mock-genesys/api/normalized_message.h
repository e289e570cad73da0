// Messages in the forms the vendor gives them on the wire. All of it is compact JSON in a fixed key order,
// byte for byte what JSON.stringify would print again: receivers are taught to hash JSON.stringify(body)
// (Genesys developer centre, "Validate webhooks"), so any other spelling would break their signature check.
#pragma once

#include <string>

#include "mock-genesys/core/message.h"
#include "mock-genesys/core/organisation.h"

namespace mock {

// The OpenMessageNormalizedMessage that answers an inbound message. The conversation's id is in it only if
// the caller asked for it (prefetchConversationId).
enum class ConversationIdInReply { Omitted, Prefetched };
std::string encode_inbound_reply(const Message& message, ConversationIdInReply conversation_id);

// The webhook body of an outbound message: text, attachments, structured content. channel.messageId equals
// id; conversationId is part of newer captures (2025).
std::string encode_webhook_text(const Message& message, const Integration& integration);

// The webhook body that tells that somebody is typing: addresses, id and time are the message's.
std::string encode_webhook_typing(const Message& message, const Integration& integration);

// The webhook body that tells that an inbound message was accepted (switch publishedReceipts). Its addresses
// and isFinalReceipt are assumed; no capture is known.
std::string encode_published_receipt(const Message& message, const Integration& integration,
                                     base::UtcTime now);

// MessageData, which answers the two operations that read one message. Normalized leaves out the deprecated
// textBody and media.
enum class MessageForm { WithText, Normalized };
std::string encode_message_data(const Message& message, const Integration& integration, MessageForm form);

}  // namespace mock
