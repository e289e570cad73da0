#include "harness/adapter/chat_translation.h"

#include <fmt/format.h>

#include "foundation/http/route_table.h"
#include "foundation/json/json.h"
#include "harness/adapter/template_text.h"

namespace adapter {
namespace {

std::optional<std::string> session_in(std::string_view pattern, const http::Request& chat) {
    const auto parameters = http::PathPattern(pattern).match(http::split_target(chat.target).path);
    if (!parameters) return std::nullopt;
    return std::string(parameters->get("session").value_or(""));
}

constexpr std::string_view messages_pattern = "/chat/{token}/{session}/messages";

// The text at the pointer; an empty pointer or nothing there gives the fallback.
std::string text_at(const json::Value& item, const std::string& pointer, std::string fallback) {
    if (pointer.empty()) return fallback;
    const json::Value::json_pointer where(pointer);
    if (!item.contains(where)) return fallback;
    const json::Value& found = item.at(where);
    return found.is_string() ? found.get<std::string>() : found.dump();
}

std::string event_of(const ShownLine& line, std::size_t number) {
    const json::Ordered data{{"text", line.text}, {"source", line.source}, {"messageId", line.message}};
    return fmt::format("id: {}\nevent: output\ndata: {}\n\n", number, json::dump(data));
}

}  // namespace

std::optional<std::string> session_of(const http::Request& chat) {
    if (auto session = session_in(messages_pattern, chat)) return session;
    return session_in("/chat/{token}/{session}/events", chat);
}

std::optional<http::Request> line_request(const LineRequest& says, const http::Request& chat) {
    const auto session = session_in(messages_pattern, chat);
    const auto line = json::parse(chat.body);
    if (!session || !line) return std::nullopt;
    const Values values{{"customer", *session},
                        {"text", json::text_at(*line, "text").value_or("")},
                        {"message.id", json::text_at(*line, "messageId").value_or("")}};
    http::Request request{.method = says.method,
                          .target = fill_path(says.path, values),
                          .headers = {},
                          .body = fill_json(says.body, values)};
    for (const auto& [name, value] : says.headers) request.headers.add(name, fill(value, values));
    return request;
}

http::Request page_request(const Page& page, std::string_view session) {
    return {.method = "GET",
            .target = fill_path(page.path, {{"customer", std::string(session)}}),
            .headers = {},
            .body = {}};
}

std::expected<std::vector<ShownLine>, std::string> read_page(const Page& page, std::string_view body) {
    const auto parsed = json::parse(body);
    if (!parsed) return std::unexpected(fmt::format("{} is no JSON: {}", page.path, parsed.error().what));
    const json::Value::json_pointer where(page.items);
    if (!parsed->contains(where) || !parsed->at(where).is_array())
        return std::unexpected(fmt::format("{} has no list at '{}'", page.path, page.items));
    std::vector<ShownLine> lines;
    for (const json::Value& item : parsed->at(where)) {
        if (page.text.empty() && item.is_string())
            lines.push_back({item.get<std::string>(), {}, "agent"});
        else
            lines.push_back({text_at(item, page.text, ""), text_at(item, page.message, ""),
                             text_at(item, page.source, "agent")});
    }
    return lines;
}

std::string chat_events(const std::vector<ShownLine>& lines, std::size_t after) {
    std::string events;
    for (std::size_t i = after; i < lines.size(); ++i) events += event_of(lines[i], i + 1);
    return events;
}

http::Request to_webhook(http::Request forged, const Adapter& adapter) {
    forged.target = adapter.webhook;
    return forged;
}

}  // namespace adapter
