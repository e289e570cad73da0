// Messages as the platform keeps them, in both directions.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "foundation/base/time.h"
#include "mock-genesys/core/receipt.h"
#include "mock-genesys/core/structured.h"
#include "mock-genesys/core/values.h"

namespace mock {

// The customer's end of a conversation, as the connector described it (API definition,
// OpenMessagingFromRecipient).
struct Customer {
    std::string id;
    IdType id_type = IdType::Opaque;
    std::optional<std::string> nickname;
    std::optional<std::string> first_name;
    std::optional<std::string> last_name;
    std::optional<std::string> email;
    friend bool operator==(const Customer&, const Customer&) = default;
};

// What an agent sees as the customer's name: the nickname, or first and last name, or the address.
std::string display_name(const Customer& customer);

struct Attachment {  // API definition, OpenContentAttachment
    std::optional<std::string> id;
    MediaType media_type = MediaType::File;
    std::string url;
    std::string mime;
    std::optional<std::string> text;
    std::optional<std::string> sha256;
    std::optional<std::string> filename;
    std::optional<std::int64_t> size_bytes;  // of what the platform sends
    friend bool operator==(const Attachment&, const Attachment&) = default;
};

using Attributes = std::map<std::string, std::string>;

// An inbound message as the connector sent it, decoded.
struct InboundMessage {
    Customer from;
    base::UtcTime time;                              // channel.time: when the customer wrote it
    std::optional<std::string> provider_message_id;  // channel.messageId
    std::optional<Attributes> custom_attributes;     // channel.metadata.customAttributes
    std::optional<std::string> text;
    std::vector<Attachment> content;
    std::optional<ButtonResponse> button;  // a structured response has this and no text
    std::optional<Attributes> metadata;
};

// Receipts of one message that are kept, the first ones: a bound on a connector that repeats itself.
inline constexpr std::size_t receipts_max = 20;

// A message of a conversation. `customer` is its sender or receiver, `agent` the user's name if one wrote it.
struct Message {
    MessageId id;
    ConversationId conversation;
    IntegrationId integration;
    Direction direction = Direction::Inbound;
    OriginatingEntity originating_entity = OriginatingEntity::Human;
    MessageStatus status = MessageStatus::Received;
    std::string error;  // why it Failed
    base::UtcTime time;
    Customer customer;
    std::string agent;
    std::optional<std::string> provider_message_id;
    std::optional<Attributes> custom_attributes;
    std::optional<std::string> text;
    std::vector<Attachment> content;
    std::vector<StructuredContent> structured;
    std::optional<Attributes> metadata;
    std::vector<Receipt> receipts;
};

// What a person reads of it: the text, or that of the button that was pressed.
std::string visible_text(const Message& message);

struct MessageFailure {
    std::string code;  // a receipt's reason code, or "general.error"
    std::string message;
};
// nullopt unless the message has failed.
std::optional<MessageFailure> failure_of(const Message& message);

}  // namespace mock
