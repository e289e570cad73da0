// The bytes of the chat channel (docs/interfaces.md, "Chat channel of the bridge").
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "bridge/core/outbox.h"
#include "bridge/core/session_log.h"
#include "foundation/http/message.h"

namespace bridge {

inline constexpr std::size_t chat_text_bytes_max = 8000;
inline constexpr std::size_t chat_id_characters_max = 128;
inline constexpr std::size_t chat_name_bytes_max = 200;

struct ChatMessage {
    std::string user_id;
    std::string text;
    MessageId id;  // empty: none given
    SenderNames names;
};

// The customer's page was closed or is open again. The chatbot platform sends it as an event in the data of a
// message, which is no line: data._cognigy.event.type "user-connected" or "user-disconnected".
enum class Presence { Connected, Disconnected };
struct ChatPresence {
    std::string user_id;
    Presence presence = Presence::Connected;
};

using ChatInput = std::variant<ChatMessage, ChatPresence>;

// A refusal of the chat channel or the webhook; `code` is for programs.
struct ApiError {
    int status = 400;
    std::string_view code;  // a literal
    std::string message;
};

std::expected<ChatInput, ApiError> decode_chat_input(std::string_view body);
// Letters, digits and - _ . : @ + ~, at most chat_id_characters_max: the id becomes an address at Genesys and
// stands in keys.
bool is_valid_id(std::string_view text);
// From Last-Event-ID, else the query "after"; 0 if neither is given; nullopt if it is no number.
std::optional<std::uint64_t> requested_cursor(const http::Request& request);

http::Response json_response(int status, std::string body);
http::Response error_response(const ApiError& error);
http::Response message_accepted(const MessageId& id);
http::Response presence_accepted();

http::Headers event_stream_headers();
// The server-sent event of an entry that is an event; the same bytes each time.
std::string event_frame(const LogEntry& entry);

}  // namespace bridge
