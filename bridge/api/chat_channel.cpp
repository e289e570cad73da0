#include "bridge/api/chat_channel.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "foundation/base/check.h"
#include "foundation/http/uri.h"
#include "foundation/json/json.h"

namespace bridge {
namespace {

using json::Ordered;
using json::text_at;

std::unexpected<ApiError> refuse(int status, std::string_view code, std::string message) {
    return std::unexpected(ApiError{status, code, std::move(message)});
}

bool is_id_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("-_.:@+~").contains(c);
}

std::expected<SenderNames, ApiError> decode_profile(const json::Value& body) {
    const json::Value* const profile = json::object_at(body, "profile");
    if (profile == nullptr) return SenderNames{};
    SenderNames names{text_at(*profile, "firstName").value_or(""),
                      text_at(*profile, "lastName").value_or("")};
    if (names.first.size() > chat_name_bytes_max || names.last.size() > chat_name_bytes_max)
        return refuse(400, "profile.too.long",
                      fmt::format("a name is longer than {} bytes", chat_name_bytes_max));
    return names;
}

std::expected<std::string, ApiError> decode_text(const json::Value& body) {
    auto text = text_at(body, "text");
    if (!text || text->find_first_not_of(" \t\r\n") == std::string::npos)
        return refuse(400, "text.missing", "text must be a string that is not blank");
    if (text->size() > chat_text_bytes_max)
        return refuse(413, "text.too.long", fmt::format("text is longer than {} bytes", chat_text_bytes_max));
    return *std::move(text);
}

// nullopt if the message carries no event.
std::expected<std::optional<Presence>, ApiError> decode_presence(const json::Value& body) {
    const json::Value* const data = json::object_at(body, "data");
    const json::Value* const own = data == nullptr ? nullptr : json::object_at(*data, "_cognigy");
    const json::Value* const event = own == nullptr ? nullptr : json::object_at(*own, "event");
    if (event == nullptr) return std::nullopt;
    const std::string type = text_at(*event, "type").value_or("");
    if (type == "user-connected") return Presence::Connected;
    if (type == "user-disconnected") return Presence::Disconnected;
    return refuse(400, "event.unknown", "the events of a customer are user-connected and user-disconnected");
}

std::expected<ChatMessage, ApiError> decode_message(const json::Value& body, std::string user) {
    auto id = text_at(body, "messageId").value_or("");
    if (!id.empty() && !is_valid_id(id))
        return refuse(400, "messageId.invalid",
                      "messageId must be 1 to 128 of letters, digits and - _ . : @ + ~");
    auto text = decode_text(body);
    if (!text) return std::unexpected(text.error());
    auto names = decode_profile(body);
    if (!names) return std::unexpected(names.error());
    return ChatMessage{std::move(user), *std::move(text), MessageId(std::move(id)), *std::move(names)};
}

std::string frame(std::uint64_t cursor, std::string_view event, const Ordered& data) {
    // dump() writes one line, so one "data:" is enough.
    return fmt::format("id: {}\nevent: {}\ndata: {}\n\n", cursor, event, json::dump(data));
}

}  // namespace

bool is_valid_id(std::string_view text) {
    return !text.empty() && text.size() <= chat_id_characters_max &&
           std::ranges::all_of(text, is_id_character);
}

std::expected<ChatInput, ApiError> decode_chat_input(std::string_view bytes) {
    const auto body = json::parse(bytes);
    if (!body) return refuse(400, "body.malformed", body.error().what);
    if (!body->is_object()) return refuse(400, "body.malformed", "the body must be a JSON object");
    auto user = text_at(*body, "userId");
    if (!user || !is_valid_id(*user))
        return refuse(400, "userId.invalid", "userId must be 1 to 128 of letters, digits and - _ . : @ + ~");
    const auto presence = decode_presence(*body);
    if (!presence) return std::unexpected(presence.error());
    if (*presence) return ChatPresence{*std::move(user), **presence};
    return decode_message(*body, *std::move(user));
}

std::optional<std::uint64_t> requested_cursor(const http::Request& request) {
    auto text = request.headers.get("Last-Event-ID");
    const auto query = http::parse_form(http::split_target(request.target).query);
    if (!text && query) text = query->get("after");
    if (!text) return 0;
    std::uint64_t cursor = 0;
    const auto [stop, error] = std::from_chars(text->data(), text->data() + text->size(), cursor);
    if (error != std::errc{} || stop != text->data() + text->size()) return std::nullopt;
    return cursor;
}

http::Response json_response(int status, std::string body) {
    return {.status = status,
            .headers = {{"Content-Type", "application/json"}, {"Cache-Control", "no-store"}},
            .body = std::move(body)};
}

http::Response error_response(const ApiError& error) {
    return json_response(error.status,
                         json::dump({{"error", {{"code", error.code}, {"message", error.message}}}}));
}

http::Response message_accepted(const MessageId& id) {
    return json_response(200, json::dump({{"messageId", id.text()}}));
}

http::Response presence_accepted() { return json_response(200, "{}"); }

http::Headers event_stream_headers() {
    return {{"Content-Type", "text/event-stream"}, {"Cache-Control", "no-store"}};
}

std::string event_frame(const LogEntry& entry) {
    if (const auto* output = std::get_if<Output>(&entry.line)) {
        Ordered data{
            {"text", output->text}, {"source", name_of(output->source)}, {"messageId", output->id.text()}};
        if (!output->quick_replies.empty()) data["quickReplies"] = output->quick_replies;
        return frame(entry.cursor, "output", data);
    }
    const auto* status = std::get_if<StatusChange>(&entry.line);
    base::check(status != nullptr, "only events have a frame");
    return frame(entry.cursor, "handoverStatus",
                 {{"status", name_of(status->status)}, {"generation", status->generation}});
}

}  // namespace bridge
