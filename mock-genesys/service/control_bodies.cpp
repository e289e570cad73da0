#include "mock-genesys/service/control_bodies.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <initializer_list>

#include "foundation/base/time.h"
#include "foundation/http/uri.h"
#include "foundation/json/json.h"
#include "mock-genesys/operations/table.h"

namespace mock {
namespace {

template <class Value>
using Read = std::expected<Value, ApiError>;

constexpr std::int64_t first_max = 1'000'000;  // exchanges that one fault may meet

Read<json::Value> read_object(std::string_view body) {
    if (body.empty()) return json::Value::object();
    auto value = json::parse(body);
    if (!value) return std::unexpected(malformed("the body is " + value.error().what));
    if (!value->is_object()) return std::unexpected(malformed("the body must be a JSON object"));
    return *std::move(value);
}

std::optional<ApiError> find_unknown_key(const json::Value& object,
                                         std::initializer_list<std::string_view> allowed) {
    for (const auto& [key, value] : object.items())
        if (std::ranges::find(allowed, key) == allowed.end())
            return malformed(
                fmt::format("unknown key '{}'; allowed here: {}", key, fmt::join(allowed, ", ")));
    return std::nullopt;
}

Read<std::string> read_text(const json::Value& object, const char* key) {
    auto text = json::text_at(object, key);
    if (!text || text->empty()) return std::unexpected(malformed(fmt::format("'{}' must be a text", key)));
    return *std::move(text);
}

Read<std::optional<std::string>> read_optional_text(const json::Value& object, const char* key) {
    if (!object.contains(key)) return std::nullopt;
    auto text = read_text(object, key);
    if (!text) return std::unexpected(text.error());
    return *std::move(text);
}

std::size_t count_characters(std::string_view utf8) {
    return static_cast<std::size_t>(
        std::ranges::count_if(utf8, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

Read<Misbehaviour> read_answer(const json::Value& object, int least) {
    const auto status = json::integer_at(object, "answer");
    if (!status || *status < least || *status > 599)
        return std::unexpected(malformed(fmt::format("'answer' must be a status from {} to 599", least)));
    return Answer{static_cast<int>(*status)};
}

Read<Misbehaviour> read_loss(const json::Value& object) {
    const auto what = json::text_at(object, "lose");
    if (what == "request") return LoseRequest{};
    if (what == "response") return LoseResponse{};
    return std::unexpected(malformed("'lose' must be request or response"));
}

Read<Misbehaviour> read_delay(const json::Value& object) {
    const auto text = json::text_at(object, "delay");
    const auto duration = text ? base::parse_duration(*text) : std::nullopt;
    if (!duration) return std::unexpected(malformed("'delay' must be a duration such as 12s"));
    return Delay{*duration};
}

Read<Misbehaviour> read_misbehaviour(const json::Value& object, int least_status) {
    const auto kinds = {"answer", "lose", "delay"};
    if (std::ranges::count_if(kinds, [&](const char* key) { return object.contains(key); }) != 1)
        return std::unexpected(malformed("a fault has exactly one of answer, lose, delay"));
    if (object.contains("answer")) return read_answer(object, least_status);
    return object.contains("lose") ? read_loss(object) : read_delay(object);
}

Read<std::size_t> read_first(const json::Value& object) {
    if (!object.contains("first")) return 1;
    const auto first = json::integer_at(object, "first");
    if (!first || *first < 1 || *first > first_max)
        return std::unexpected(
            malformed(fmt::format("'first' must be a whole number from 1 to {}", first_max)));
    return static_cast<std::size_t>(*first);
}

Read<Fault> read_fault(const json::Value& object, FaultTarget target, int least_status) {
    const auto what = read_misbehaviour(object, least_status);
    if (!what) return std::unexpected(what.error());
    const auto first = read_first(object);
    if (!first) return std::unexpected(first.error());
    return Fault{std::move(target), *what, *first};
}

// "POST /api/v2/...": one of the operations that are simulated.
Read<FaultTarget> read_operation(const json::Value& object) {
    const auto text = read_text(object, "operation");
    if (!text) return std::unexpected(text.error());
    std::vector<std::string> known;
    for (const OperationEntry& entry : all_operations()) {
        if (entry.operation == Operation::KnownButNotSimulated) continue;
        known.push_back(fmt::format("{} {}", entry.method, entry.pattern));
        if (known.back() == *text)
            return OperationTarget{std::string(entry.method), std::string(entry.pattern)};
    }
    return std::unexpected(ApiError{
        400, "mock.operation.unknown",
        fmt::format("'{}' is not a simulated operation; there are: {}", *text, fmt::join(known, ", "))});
}

Read<Attachment> read_attachment(const json::Value& object) {
    if (auto unknown = find_unknown_key(object, {"mediaType", "url", "mime", "filename", "contentSizeBytes"}))
        return std::unexpected(*std::move(unknown));
    Attachment attachment;
    const auto media_type = find_media_type(json::text_at(object, "mediaType").value_or("Image"));
    if (!media_type)
        return std::unexpected(malformed("'mediaType' must be Image, Video, Audio, File or Link"));
    attachment.media_type = *media_type;
    auto url = read_text(object, "url");
    if (!url) return std::unexpected(url.error());
    attachment.url = *std::move(url);
    auto mime = read_text(object, "mime");
    if (!mime) return std::unexpected(mime.error());
    attachment.mime = *std::move(mime);
    attachment.filename = json::text_at(object, "filename");
    attachment.size_bytes = json::integer_at(object, "contentSizeBytes");
    return attachment;
}

// What an agent says: a text, an attachment, or both.
Read<AgentCommand> read_saying(const json::Value& object, AgentCommand command) {
    if (auto unknown = find_unknown_key(object, {"text", "attachment", "conversationId"}))
        return std::unexpected(*std::move(unknown));
    if (const json::Value* const attachment = json::object_at(object, "attachment")) {
        auto read = read_attachment(*attachment);
        if (!read) return std::unexpected(read.error());
        command.content.push_back(*std::move(read));
        if (!object.contains("text")) return command;
    }
    auto text = read_text(object, "text");
    if (!text) return std::unexpected(text.error());
    if (count_characters(*text) > agent_text_characters_max)
        return std::unexpected(
            malformed(fmt::format("'text' is longer than {} characters", agent_text_characters_max)));
    command.text = *std::move(text);
    return command;
}

}  // namespace

ApiError malformed(std::string what) { return {400, "mock.request.malformed", std::move(what)}; }

std::expected<WebhookChange, ApiError> decode_webhook_change(std::string_view body) {
    const auto object = read_object(body);
    if (!object) return std::unexpected(object.error());
    if (auto unknown = find_unknown_key(*object, {"url", "secret"}))
        return std::unexpected(*std::move(unknown));
    auto url = read_text(*object, "url");
    if (!url) return std::unexpected(url.error());
    if (!http::parse_url(*url)) return std::unexpected(malformed("'url' must be an http or https URL"));
    auto secret = read_optional_text(*object, "secret");
    if (!secret) return std::unexpected(secret.error());
    return WebhookChange{*std::move(url), *std::move(secret)};
}

std::expected<AgentCommand, ApiError> decode_agent_command(AgentCommandKind kind, std::string_view body) {
    const auto object = read_object(body);
    if (!object) return std::unexpected(object.error());
    AgentCommand command;
    const auto conversation = read_optional_text(*object, "conversationId");
    if (!conversation) return std::unexpected(conversation.error());
    if (*conversation) command.conversation = ConversationId(**conversation);
    switch (kind) {
        case AgentCommandKind::Choose: {
            if (auto unknown = find_unknown_key(*object, {"conversationId"}))
                return std::unexpected(*unknown);
            return command;
        }
        case AgentCommandKind::Say:
            return read_saying(*object, std::move(command));
        case AgentCommandKind::WrapUp: {
            if (auto unknown = find_unknown_key(*object, {"code", "conversationId"}))
                return std::unexpected(*unknown);
            auto code = read_text(*object, "code");
            if (!code) return std::unexpected(code.error());
            command.code = *std::move(code);
            return command;
        }
    }
    std::unreachable();
}

std::expected<Fault, ApiError> decode_fault(std::string_view body) {
    const auto object = read_object(body);
    if (!object) return std::unexpected(object.error());
    if (object->contains("webhook")) {
        if (auto unknown = find_unknown_key(*object, {"webhook"})) return std::unexpected(*unknown);
        const json::Value* const webhook = json::object_at(*object, "webhook");
        if (webhook == nullptr) return std::unexpected(malformed("'webhook' must be an object"));
        if (auto unknown = find_unknown_key(*webhook, {"answer", "lose", "delay", "first"}))
            return std::unexpected(*unknown);
        return read_fault(*webhook, WebhookTarget{}, 200);
    }
    if (auto unknown = find_unknown_key(*object, {"operation", "answer", "lose", "delay", "first"}))
        return std::unexpected(*unknown);
    auto target = read_operation(*object);
    if (!target) return std::unexpected(target.error());
    return read_fault(*object, *std::move(target), 400);
}

}  // namespace mock
