// The requests that the bridge makes of Genesys Cloud, and its answers, decoded tolerantly.
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>

#include "bridge/core/end_detector.h"
#include "bridge/core/integration_lookup.h"
#include "bridge/core/outbox.h"
#include "foundation/base/time.h"
#include "foundation/http/message.h"

namespace bridge {

inline constexpr unsigned lookup_page_size = 100;

http::Request token_request(std::string_view client_id, std::string_view client_secret);
http::Request integrations_request(std::string_view token, unsigned page_number);
// `from_id` is the customer's address (idType Opaque). Every message asks for its conversation id: the one
// that opens a handover because nothing else tells it, the others because a line behind the agent's leave may
// open a new one.
http::Request message_request(std::string_view token, const IntegrationId& integration,
                              std::string_view from_id, const OutgoingLine& line);
http::Request conversation_request(std::string_view token, const ConversationId& conversation);

http::Request stored_message_request(std::string_view token, const ConversationId& conversation,
                                     const GenesysMessageId& message);

struct TokenGrant {
    std::string token;
    base::Duration expires_in{};
};
// nullopt where the body is not what it should be.
std::optional<TokenGrant> decode_token(std::string_view body);
std::optional<IntegrationPage> decode_integrations(std::string_view body);
std::optional<ConversationReading> decode_conversation(std::string_view body);
// The id that the sender has given to a message; empty if the answer does not tell it.
MessageId decode_sent_message_id(std::string_view body);
// Empty if the answer does not tell it.
ConversationId decode_conversation_id(std::string_view body);

// "403 missing.permissions", "401 invalid_client", or the status alone: for people; never the message of the
// body, which may repeat what was sent.
std::string refusal_reason(const http::Response& response);

// The seconds of Retry-After, within reason; the fallback where it is missing or unreadable.
base::Duration retry_after(const http::Response& response);

}  // namespace bridge
