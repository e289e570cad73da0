// The part of the service that answers requests.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "bridge/api/chat_channel.h"
#include "bridge/api/end_event.h"
#include "bridge/api/signature.h"
#include "bridge/api/webhook.h"
#include "bridge/service/service.h"

namespace bridge {
namespace {

void respond(const host::RequestArrived& arrived, http::Response response, Turn& turn) {
    turn.run(host::Respond{arrived.id, std::move(response)});
}

void refuse(const host::RequestArrived& arrived, const ApiError& error, Turn& turn) {
    respond(arrived, error_response(error), turn);
}

void refuse_method(const host::RequestArrived& arrived, const http::MethodNotAllowed& refused, Turn& turn) {
    const std::string allowed = fmt::format("{}", fmt::join(refused.allowed, ", "));
    http::Response response = error_response({405, "method.not.allowed", "allowed here: " + allowed});
    response.headers.set("Allow", allowed);
    respond(arrived, std::move(response), turn);
}

}  // namespace

void Service::take(const host::RequestArrived& input, Turn& turn) {
    if (input.request.body.size() > request_body_bytes_max)
        return refuse(input, {413, "body.too.large", fmt::format("at most {} bytes", request_body_bytes_max)},
                      turn);
    const auto result = routes_.find(input.request.method, input.request.target);
    if (const auto* refused = std::get_if<http::MethodNotAllowed>(&result))
        return refuse_method(input, *refused, turn);
    const auto* found = std::get_if<http::RouteFound<Route>>(&result);
    if (found == nullptr)
        return refuse(input, {404, "path.unknown", "there is nothing under this path"}, turn);
    switch (*found->value) {
        case Route::PostMessage:
            return post_message(input, found->parameters, turn);
        case Route::ReadEvents:
            return read_events(input, found->parameters, turn);
        case Route::TakeWebhook:
            return webhook(input, turn);
        case Route::Alive:
            return respond(input, json_response(200, R"({"status":"up"})"), turn);
    }
}

std::expected<SessionId, ApiError> Service::session_of(const http::Parameters& path) const {
    if (path.get("URLToken") != settings_.endpoint.url_token)
        return std::unexpected(ApiError{404, "endpoint.unknown", "no endpoint has this URL token"});
    const std::string_view session = path.get("sessionId").value_or("");
    if (!is_valid_id(session))
        return std::unexpected(ApiError{400, "session.invalid",
                                        "a session id is 1 to 128 of letters, digits and - _ . : @ + ~"});
    return SessionId(std::string(session));
}

Chat* Service::open_chat(const SessionId& id, Turn& turn) {
    if (Chat* const chat = find(id)) return chat;
    if (chats_.size() >= sessions_max) return nullptr;
    Chat& chat = chats_.try_emplace(id, id, settings_, bot_).first->second;
    chat.begin(turn);
    return &chat;
}

void Service::post_message(const Request& arrived, const http::Parameters& path, Turn& turn) {
    const auto session = session_of(path);
    if (!session) return refuse(arrived, session.error(), turn);
    const auto input = decode_chat_input(arrived.request.body);
    if (!input) return refuse(arrived, input.error(), turn);
    Chat* const chat = open_chat(*session, turn);
    if (chat == nullptr)
        return refuse(arrived, {429, "sessions.full", "too many sessions; try again later"}, turn);
    if (const auto* presence = std::get_if<ChatPresence>(&*input)) {
        chat->customer_presence(presence->presence, turn);
        respond(arrived, presence_accepted(), turn);
        return changed(*chat, turn);
    }
    const auto id = chat->customer_said(std::get<ChatMessage>(*input), turn);
    if (!id) return refuse(arrived, id.error(), turn);
    respond(arrived, message_accepted(*id), turn);
    changed(*chat, turn);
}

// A page opens its stream before the customer writes, so a stream begins the session; a cursor claims that
// the session has had events.
void Service::read_events(const Request& arrived, const http::Parameters& path, Turn& turn) {
    const auto session = session_of(path);
    if (!session) return refuse(arrived, session.error(), turn);
    const auto cursor = requested_cursor(arrived.request);
    if (!cursor) return refuse(arrived, {400, "cursor.invalid", "the cursor must be a whole number"}, turn);
    if (*cursor > 0 && find(*session) == nullptr)
        return refuse(arrived,
                      {404, "session.unknown", "there is no such session; read it from the beginning"}, turn);
    if (listeners_.is_full(*session))
        return refuse(arrived, {429, "listeners.full", "too many read this session at once"}, turn);
    Chat* const chat = open_chat(*session, turn);
    if (chat == nullptr)
        return refuse(arrived, {429, "sessions.full", "too many sessions; try again later"}, turn);
    listeners_.open(arrived.id, *session, *cursor, turn);
    changed(*chat, turn);
}

// The order matters: who is not Genesys learns and changes nothing; what is taken is stored with the answer;
// and what is not understood is acknowledged all the same, because a refusal is reported to break the whole
// conversation (developer forum 30668).
void Service::webhook(const Request& arrived, Turn& turn) {
    const http::Request& request = arrived.request;
    const bool is_signed = request.headers.get("X-Hub-Signature-256").has_value();
    if (!is_signed && has_event_key(settings_.event_key, request.headers)) return end_event(arrived, turn);
    const SignatureVerdict verdict =
        check_signature(settings_.genesys.webhook_secret, request.headers, request.body);
    if (verdict == SignatureVerdict::Missing || verdict == SignatureVerdict::Wrong) {
        turn.trace("webhook.refused", {{"reason", std::string(name_of(verdict))}});
        return refuse(arrived, {401, "signature.invalid", "X-Hub-Signature-256 is missing or wrong"}, turn);
    }
    const auto decoded = decode_webhook(request.body);
    if (!decoded) {
        turn.trace("webhook.refused", {{"reason", "malformed"}});
        return refuse(arrived, {400, "body.malformed", decoded.error().what}, turn);
    }
    if (const auto* text = std::get_if<WebhookText>(&*decoded))
        deliver(*text, turn);
    else
        turn.trace("webhook.ignored", {{"kind", std::get<WebhookOther>(*decoded).kind}});
    respond(arrived, json_response(200, "{}"), turn);
}

// Whoever has the key can only make the bridge look earlier than it would anyway.
void Service::end_event(const Request& arrived, Turn& turn) {
    const auto event = decode_end_event(arrived.request.body);
    respond(arrived, json_response(200, "{}"), turn);
    if (!event) return turn.trace("event.ignored", {{"reason", "no end of a conversation"}});
    if (!event->is_of_open_messaging) return turn.trace("event.ignored", {{"reason", "other media"}});
    const bool is_foreign = !settings_.organisation_id.empty() && !event->organisation.empty() &&
                            event->organisation != settings_.organisation_id;
    if (is_foreign) return turn.trace("event.ignored", {{"reason", "another organisation"}});
    const auto known = by_conversation_.find(event->conversation);
    Chat* const chat = find(known == by_conversation_.end() ? SessionId(event->address) : known->second);
    if (chat == nullptr) return turn.trace("event.ignored", {{"reason", "no such session"}});
    turn.trace("event.accepted", {{"session", chat->id().text()}});
    chat->look_now(turn.now().monotonic);
}

void Service::deliver(const WebhookText& text, Turn& turn) {
    Chat* const chat = chat_of(text);
    if (chat == nullptr) return turn.trace("webhook.unmatched", {{"messageId", text.id.text()}});
    chat->genesys_said(text, turn);
    changed(*chat, turn);
}

Chat* Service::chat_of(const WebhookText& text) {
    const auto known = by_conversation_.find(text.conversation);
    return find(known == by_conversation_.end() ? SessionId(text.to) : known->second);
}

}  // namespace bridge
