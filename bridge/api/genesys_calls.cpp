#include "bridge/api/genesys_calls.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "foundation/crypto/base64.h"
#include "foundation/http/uri.h"
#include "foundation/json/json.h"

namespace bridge {
namespace {

using json::Ordered;
using json::text_at;
using json::Value;

constexpr std::int64_t retry_after_seconds_fallback = 5;
constexpr std::int64_t retry_after_seconds_most = 300;
constexpr std::int64_t token_seconds_most = 172'800;  // API definition, accessTokenValiditySeconds
constexpr std::size_t code_characters_max = 80;

http::Request get(std::string_view token, std::string target) {
    return {.method = "GET",
            .target = std::move(target),
            .headers = {{"Authorization", fmt::format("Bearer {}", token)}, {"Accept", "application/json"}},
            .body = {}};
}

Ordered sender(std::string_view from_id, const SenderNames& names) {
    Ordered from{{"id", from_id}, {"idType", "Opaque"}};
    if (names.first.empty() && names.last.empty()) return from;
    const bool both = !names.first.empty() && !names.last.empty();
    from["nickname"] = names.first + (both ? " " : "") + names.last;
    if (!names.first.empty()) from["firstName"] = names.first;
    if (!names.last.empty()) from["lastName"] = names.last;
    return from;
}

std::string message_body(std::string_view from_id, const OutgoingLine& line) {
    Ordered channel{{"messageId", line.id.text()},
                    {"from", sender(from_id, line.sender)},
                    {"time", base::to_iso8601(line.time)}};
    // Below channel: an object in the top-level metadata is answered with 400 (developer forum 26014).
    if (!line.attributes.empty()) channel["metadata"] = {{"customAttributes", line.attributes}};
    return json::dump({{"channel", std::move(channel)}, {"text", line.text}});
}

std::optional<Value> parse_object(std::string_view body) {
    auto value = json::parse(body);
    if (!value || !value->is_object()) return std::nullopt;
    return *std::move(value);
}

ParticipantReading read_participant(const Value& item) {
    ParticipantReading participant{.purpose = text_at(item, "purpose").value_or(""),
                                   .state = text_at(item, "state").value_or(""),
                                   .messages = {}};
    const Value* const messages = json::array_at(item, "messages");
    if (messages == nullptr) return participant;
    for (const Value& message : *messages)
        if (auto id = text_at(message, "messageId")) participant.messages.emplace_back(*std::move(id));
    return participant;
}

bool is_code_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '_' || c == '-';
}

}  // namespace

http::Request token_request(std::string_view client_id, std::string_view client_secret) {
    const std::string credentials = crypto::encode_base64(fmt::format("{}:{}", client_id, client_secret));
    return {.method = "POST",
            .target = "/oauth/token",
            .headers = {{"Authorization", "Basic " + credentials},
                        {"Content-Type", "application/x-www-form-urlencoded"},
                        {"Accept", "application/json"}},
            .body = "grant_type=client_credentials"};
}

http::Request integrations_request(std::string_view token, unsigned page_number) {
    return get(token,
               fmt::format("/api/v2/conversations/messaging/integrations/open?pageSize={}&pageNumber={}",
                           lookup_page_size, page_number));
}

http::Request message_request(std::string_view token, const IntegrationId& integration,
                              std::string_view from_id, const OutgoingLine& line) {
    return {.method = "POST",
            .target = fmt::format(
                "/api/v2/conversations/messages/{}/inbound/open/message?prefetchConversationId=true",
                http::percent_encode(integration.text())),
            .headers = {{"Authorization", fmt::format("Bearer {}", token)},
                        {"Content-Type", "application/json"},
                        {"Accept", "application/json"}},
            .body = message_body(from_id, line)};
}

http::Request conversation_request(std::string_view token, const ConversationId& conversation) {
    return get(token, "/api/v2/conversations/messages/" + http::percent_encode(conversation.text()));
}

http::Request stored_message_request(std::string_view token, const ConversationId& conversation,
                                     const GenesysMessageId& message) {
    return get(token,
               fmt::format("/api/v2/conversations/messages/{}/messages/{}",
                           http::percent_encode(conversation.text()), http::percent_encode(message.text())));
}

std::optional<TokenGrant> decode_token(std::string_view body) {
    const auto value = parse_object(body);
    if (!value) return std::nullopt;
    const auto token = text_at(*value, "access_token");
    const auto seconds = json::integer_at(*value, "expires_in");
    // The token travels in a header line.
    if (!token || token->empty() || !seconds || *seconds <= 0 ||
        !http::is_safe_field("Authorization", *token))
        return std::nullopt;
    return TokenGrant{*token, std::chrono::seconds{std::min(*seconds, token_seconds_most)}};
}

std::optional<IntegrationPage> decode_integrations(std::string_view body) {
    const auto value = parse_object(body);
    const Value* const entities = value ? json::array_at(*value, "entities") : nullptr;
    if (entities == nullptr) return std::nullopt;
    IntegrationPage page;
    for (const Value& entity : *entities) {
        auto id = text_at(entity, "id");
        auto name = text_at(entity, "name");
        if (id && name) page.integrations.push_back({IntegrationId(*std::move(id)), *std::move(name)});
    }
    const auto number = json::integer_at(*value, "pageNumber");
    const auto count = json::integer_at(*value, "pageCount");
    page.has_next = text_at(*value, "nextUri").has_value() || (number && count && *number < *count);
    return page;
}

std::optional<ConversationReading> decode_conversation(std::string_view body) {
    const auto value = parse_object(body);
    const Value* const participants = value ? json::array_at(*value, "participants") : nullptr;
    if (participants == nullptr) return std::nullopt;
    ConversationReading reading;
    for (const Value& item : *participants) reading.participants.push_back(read_participant(item));
    return reading;
}

// In "providerMessageId", and in the message as it was received (API definition, MessageData).
MessageId decode_sent_message_id(std::string_view body) {
    const auto value = parse_object(body);
    if (!value) return {};
    if (const auto id = text_at(*value, "providerMessageId")) return MessageId(*id);
    const Value* const received = json::object_at(*value, "normalizedMessage");
    const Value* const channel = received == nullptr ? nullptr : json::object_at(*received, "channel");
    return MessageId(channel == nullptr ? "" : text_at(*channel, "messageId").value_or(""));
}

ConversationId decode_conversation_id(std::string_view body) {
    const auto value = parse_object(body);
    return ConversationId(value ? text_at(*value, "conversationId").value_or("") : "");
}

std::string refusal_reason(const http::Response& response) {
    std::string reason = std::to_string(response.status);
    const auto value = parse_object(response.body);
    if (!value) return reason;
    // The API's error body has "code", the token endpoint's has "error".
    auto code = text_at(*value, "code");
    if (!code) code = text_at(*value, "error");
    if (!code || code->size() > code_characters_max || !std::ranges::all_of(*code, is_code_character))
        return reason;
    return reason + " " + *code;
}

base::Duration retry_after(const http::Response& response) {
    const std::string_view text = response.headers.get("Retry-After").value_or("");
    std::int64_t seconds = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    const bool is_number = error == std::errc{} && stop == text.data() + text.size();
    if (!is_number || seconds < 0) seconds = retry_after_seconds_fallback;
    return std::chrono::seconds{std::clamp<std::int64_t>(seconds, 1, retry_after_seconds_most)};
}

}  // namespace bridge
