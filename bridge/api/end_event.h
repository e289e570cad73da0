// What the organisation's own automation posts to the webhook path when somebody leaves a conversation, in
// two shapes: the body that a trigger's workflow sends ({userId, topic, disconnectType}, as the chatbot
// platform's setup guide has it), and the envelope of Amazon EventBridge around a detail event. Neither
// carries the webhook's signature; the header Authorization has a key.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "bridge/core/ids.h"
#include "foundation/http/headers.h"

namespace bridge {

// A hint that a conversation may be over; whether it is, only the conversation itself tells. A decline, an
// agent who does not answer and a transfer send the same topics.
struct EndEvent {
    std::string address;          // the customer's; empty in the envelope
    ConversationId conversation;  // empty in the trigger's body
    std::string organisation;     // of the envelope's source; empty if it is not told
    bool is_of_open_messaging = true;
};

// nullopt if the body is neither, or about something else than an end.
std::optional<EndEvent> decode_end_event(std::string_view body);

// In constant time. An empty key admits nobody.
bool has_event_key(std::string_view key, const http::Headers& headers);

}  // namespace bridge
