#include "harness/runner/requests.h"

#include <fmt/format.h>

#include "foundation/http/uri.h"
#include "foundation/json/json.h"

namespace runner {
namespace {

constexpr std::size_t message_chars_max = 300;

constexpr int status_ok_first = 200;
constexpr int status_ok_last = 299;
constexpr int status_too_many = 429;
constexpr int status_server_first = 500;

void add_text(json::Ordered& object, const char* key, const std::string& text) {
    if (!text.empty()) object[key] = text;
}

// The error is the body itself (Genesys Cloud) or its "error" member (the bridge).
std::optional<std::string> error_text(const http::Response& response, const char* member) {
    const auto body = json::parse(response.body);
    if (!body) return std::nullopt;
    if (const json::Value* const error = json::object_at(*body, "error"))
        return json::text_at(*error, member);
    return json::text_at(*body, member);
}

}  // namespace

http::Request post(std::string target, std::string body) {
    http::Request request{
        .method = "POST", .target = std::move(target), .headers = {{"Host", "localhost"}}, .body = {}};
    if (!body.empty()) request.headers.add("Content-Type", "application/json");
    request.body = std::move(body);
    return request;
}

http::Request agent_request(std::string_view agent, std::string_view what, std::string body) {
    return post(fmt::format("/_mock/agents/{}/{}", http::percent_encode(agent), what), std::move(body));
}

http::Request agent_lookup(std::string_view agent) {
    return {.method = "GET",
            .target = fmt::format("/_mock/agents/{}", http::percent_encode(agent)),
            .headers = {{"Host", "localhost"}},
            .body = {}};
}

std::string agent_body(const AgentBody& body) {
    json::Ordered object = json::Ordered::object();
    add_text(object, "text", body.text);
    add_text(object, "code", body.code);
    add_text(object, "conversationId", body.conversation);
    return json::dump(object);
}

http::Request chat_request(std::string_view url_token, std::string_view session, const ChatLine& line) {
    json::Ordered body{{"userId", line.user}, {"text", line.text}, {"messageId", line.message_id}};
    if (line.first_name) body["profile"]["firstName"] = *line.first_name;
    if (line.last_name) body["profile"]["lastName"] = *line.last_name;
    return post(
        fmt::format("/chat/{}/{}/messages", http::percent_encode(url_token), http::percent_encode(session)),
        json::dump(body));
}

http::Request presence_request(std::string_view url_token, std::string_view session, std::string_view user,
                               CustomerIs presence) {
    json::Ordered event;
    event["type"] = presence == CustomerIs::Connected ? "user-connected" : "user-disconnected";
    json::Ordered body{{"userId", user}};
    body["data"]["_cognigy"]["event"] = std::move(event);
    return post(
        fmt::format("/chat/{}/{}/messages", http::percent_encode(url_token), http::percent_encode(session)),
        json::dump(body));
}

std::string chat_events_target(std::string_view url_token, std::string_view session) {
    return fmt::format("/chat/{}/{}/events", http::percent_encode(url_token), http::percent_encode(session));
}

bool is_success(const Reply& reply) {
    const auto* const response = std::get_if<http::Response>(&reply);
    return response != nullptr && response->status >= status_ok_first && response->status <= status_ok_last;
}

bool is_worth_retrying(const Reply& reply) {
    const auto* const response = std::get_if<http::Response>(&reply);
    return response == nullptr || response->status == status_too_many ||
           response->status >= status_server_first;
}

std::string answer_text(const Reply& reply, const char* member) {
    const auto* const response = std::get_if<http::Response>(&reply);
    if (response == nullptr) return {};
    const auto body = json::parse(response->body);
    return body ? json::text_at(*body, member).value_or("") : "";
}

std::string answer_code(const Reply& reply) {
    const auto* const response = std::get_if<http::Response>(&reply);
    return response == nullptr ? "" : error_text(*response, "code").value_or("");
}

std::string describe(const Reply& reply) {
    const auto* const response = std::get_if<http::Response>(&reply);
    if (response == nullptr)
        return fmt::format("no answer: {}", host::name_of(std::get<host::TransportFailure>(reply)));
    std::string out = fmt::format("{}", response->status);
    if (const auto code = error_text(*response, "code")) out += " " + *code;
    if (const auto message = error_text(*response, "message"))
        out += ": " + message->substr(0, message_chars_max);
    return out;
}

}  // namespace runner
