#include "tests/bridge/service/stage_testing.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <charconv>

#include "bridge/api/signature.h"
#include "bridge/service/service.h"
#include "foundation/crypto/base64.h"
#include "foundation/json/json.h"

namespace bridge::testing {
namespace {

http::Response json_answer(int status, std::string body) {
    return {.status = status, .headers = {{"Content-Type", "application/json"}}, .body = std::move(body)};
}

std::string word_event(std::string_view event, std::string_view data) {
    const auto value = json::parse(data);
    if (!value) return "unreadable";
    if (event == "output")
        return json::text_at(*value, "source").value_or("?") + ": " +
               json::text_at(*value, "text").value_or("?");
    return fmt::format("status: {} {}", json::text_at(*value, "status").value_or("?"),
                       json::integer_at(*value, "generation").value_or(0));
}

}  // namespace

Settings stub_settings() {
    Settings settings;
    settings.endpoint = {"Demo", "demo-token"};
    settings.genesys = {.host = "mypurecloud.de",
                        .login_origin = "http://login.example:1",
                        .api_origin = "http://api.example:1",
                        .deployment_name = "chatbot",
                        .queue_id = "d59d0280-6664-4896-ad42-1a2715b7178e",
                        .webhook_secret = std::string(stub_secret),
                        .send_profile = true,
                        .client_id = "client",
                        .client_secret = "s3cret-of-the-client",
                        .acceptance_text = "Connected"};
    settings.poll_every = 5s;
    settings.uncertain_lines = UncertainLines::Resend;
    HandoverNode node{.terms = {.text = "One moment."},
                      .language = "english",
                      .skills = {"escalation", "billing"},
                      .priority = "1",
                      .custom_attributes = {{"section", "section A"}}};
    settings.bot = {.greeting = "Hello!",
                    .rules = {{"human", node}, {"hours", Say{"9 to 5."}}, {"", Say{"Pardon?"}}},
                    .on_completed = Say{"Back with the bot."},
                    .on_cancelled = Say{"Cancelled."},
                    .on_error = Say{"Nobody is there."}};
    return settings;
}

host::CallFinished FakeGenesys::answer(const host::Call& call) {
    const std::string target = call.request.target;
    requests.push_back(call.request.method + " " + target);
    const auto fault =
        std::ranges::find_if(faults, [&](const Fault& f) { return target.contains(f.target_part); });
    if (fault == faults.end()) return {call.id, respond(call.request)};
    if (fault->is_handled) respond(call.request);
    auto result = fault->result;
    faults.erase(fault);
    return {call.id, std::move(result)};
}

http::Response FakeGenesys::respond(const http::Request& request) {
    if (request.target == "/oauth/token") return issue_token(request);
    const std::string authorization(request.headers.get("Authorization").value_or(""));
    if (!authorization.starts_with("Bearer ") || !valid_tokens.contains(authorization.substr(7)))
        return json_answer(401, R"({"code":"bad.credentials","status":401})");
    const std::string path = request.target.substr(0, request.target.find('?'));
    if (path.ends_with("/integrations/open"))
        return json_answer(
            200, fmt::format(R"({{"entities":[{{"id":"int-1","name":"{}"}}],"pageNumber":1,"pageCount":1}})",
                             integration_name));
    if (path.ends_with("/inbound/open/message")) return take_message(request);
    if (path.contains("/messages/g-")) return read_message(path.substr(path.rfind('/') + 1));
    return read_conversation(path.substr(path.rfind('/') + 1));
}

http::Response FakeGenesys::issue_token(const http::Request& request) {
    const std::string expected = "Basic " + crypto::encode_base64("client:" + client_secret);
    if (request.headers.get("Authorization") != expected)
        return json_answer(401, R"({"error":"invalid_client","description":"authentication failed"})");
    tokens.push_back(fmt::format("t0ken-{}", tokens.size() + 1));
    valid_tokens.insert(tokens.back());
    return json_answer(200, fmt::format(R"({{"access_token":"{}","token_type":"bearer","expires_in":{}}})",
                                        tokens.back(), token_seconds));
}

http::Response FakeGenesys::take_message(const http::Request& request) {
    const auto body = json::parse(request.body);
    const auto& channel = body->at("channel");
    const std::string from = channel.at("from").at("id");
    const std::string id = channel.at("messageId");
    FakeConversation& conversation = conversations[from];
    if (conversation.id.empty()) conversation.id = fmt::format("conversation-{}", ++conversations_begun_);
    const bool is_new = std::ranges::find(messages, id, &FakeMessage::id) == messages.end();
    if (is_new || appends_repetitions) {
        conversation.customer_left = false;
        conversation.customer_messages.push_back("g-" + id);
        messages.push_back({id, from, body->at("text"), request.body});
    }
    return json_answer(200, fmt::format(R"({{"id":"g-{}","conversationId":"{}"}})", id, conversation.id));
}

http::Response FakeGenesys::read_conversation(const std::string& id) const {
    for (const auto& [from, conversation] : conversations) {
        if (conversation.id != id) continue;
        const std::string state = conversation.customer_left ? "disconnected" : "connected";
        json::Ordered messages_of_agent = json::Ordered::array();
        for (const std::string& message : conversation.agent_messages)
            messages_of_agent.push_back({{"messageId", message}});
        json::Ordered of_customer = json::Ordered::array();
        for (const std::string& message : conversation.customer_messages)
            of_customer.push_back({{"messageId", message}});
        json::Ordered participants = json::Ordered::array();
        participants.push_back({{"purpose", "customer"}, {"state", state}, {"messages", of_customer}});
        participants.push_back({{"purpose", "agent"}, {"state", state}, {"messages", messages_of_agent}});
        json::Ordered body;
        body["id"] = id;
        body["participants"] = participants;
        return json_answer(200, json::dump(body));
    }
    return json_answer(404, R"({"code":"conversation.error.conversation.not.found"})");
}

http::Response FakeGenesys::read_message(const std::string& id) const {
    return json_answer(200, json::dump({{"id", id}, {"providerMessageId", id.substr(2)}}));
}

Stage::Stage(Settings given) : settings(std::move(given)) {
    now = {base::TimePoint{} + 100s, *base::parse_iso8601("2026-03-04T05:06:07.890Z")};
    restart();
}

void Stage::restart(std::uint64_t seed) {
    service = make_service(settings, seed);
    host::Restored restored;
    for (const auto& [key, value] : store) restored.records.push_back({key, value});
    give(std::move(restored));
}

void Stage::give(host::Input input) {
    if (has_crashed()) return;
    service->handle(std::move(input), now);
    for (const host::Effect& effect : service->drain()) {
        if (effects_executed_ + 1 == crash_at_) {
            crash_at_ = 0;
            service.reset();
            calls.clear();
            streams.clear();
            return;
        }
        ++effects_executed_;
        execute(effect);
    }
}

void Stage::execute(const host::Effect& effect) {
    std::visit(host::Overloaded{[&](const host::Respond& e) {
                                    ASSERT_TRUE(responses.emplace(e.id, e.response).second)
                                        << "answered twice";
                                },
                                [&](const host::Call& e) { calls.push_back(e); },
                                [&](const host::AcceptStream& e) { streams.emplace(e.id, ""); },
                                [&](const host::Send& e) {
                                    if (streams.contains(e.id)) streams[e.id] += e.bytes;
                                },
                                [&](const host::CloseStream& e) { streams.erase(e.id); },
                                [&](const host::Persist& e) {
                                    persisted.push_back(e.records);
                                    for (const host::Record& record : e.records) {
                                        if (record.value)
                                            store[record.key] = *record.value;
                                        else
                                            store.erase(record.key);
                                    }
                                },
                                [&](const host::Trace& e) { traces.push_back(e); }},
               effect);
}

host::RequestId Stage::request(std::string method, std::string target, std::string body,
                               http::Headers headers) {
    const host::RequestId id{++last_request_};
    give(host::RequestArrived{id,
                              {.method = std::move(method),
                               .target = std::move(target),
                               .headers = std::move(headers),
                               .body = std::move(body)}});
    return id;
}

std::optional<http::Response> Stage::exchange(std::string method, std::string target, std::string body,
                                              http::Headers headers) {
    const auto id = request(std::move(method), std::move(target), std::move(body), std::move(headers));
    const auto found = responses.find(id);
    if (found == responses.end()) return std::nullopt;
    return found->second;
}

std::optional<http::Response> Stage::say(const std::string& text, const std::string& message_id) {
    json::Ordered body{{"userId", "anna-berg"}, {"text", text}};
    if (!message_id.empty()) body["messageId"] = message_id;
    body["profile"] = json::Ordered{{"firstName", "Anna"}, {"lastName", "Berg"}};
    return exchange("POST", std::string(chat_path) + "messages", json::dump(body));
}

host::RequestId Stage::listen(const std::string& cursor) {
    return request("GET", std::string(chat_path) + "events", {}, {{"Last-Event-ID", cursor}});
}

std::vector<std::string> Stage::shown() {
    const host::RequestId id = listen();
    std::vector<std::string> lines;
    for (auto& [number, line] : parse_events(streams[id])) lines.push_back(line);
    streams.erase(id);
    give(host::StreamClosed{id});
    return lines;
}

std::string Stage::webhook_body(const std::string& id, const std::string& text, const std::string& from,
                                const std::string& customer) {
    json::Ordered channel{{"id", "int-1"}, {"platform", "Open"}, {"type", "Private"}};
    channel["to"] = json::Ordered{{"id", customer}, {"idType", "Opaque"}};
    json::Ordered body{{"id", id}, {"channel", channel}, {"type", "Text"}, {"text", text}};
    body["originatingEntity"] = from;
    body["direction"] = "Outbound";
    const auto conversation = genesys.conversations.find(customer);
    if (conversation != genesys.conversations.end()) body["conversationId"] = conversation->second.id;
    return json::dump(body);
}

std::optional<http::Response> Stage::deliver(const std::string& body) {
    return exchange("POST", "/handover/genesysCloudOM", body,
                    {{"X-Hub-Signature-256", signature(stub_secret, body)}});
}

std::optional<http::Response> Stage::agent_says(const std::string& id, const std::string& text) {
    genesys.conversations["anna"].agent_messages.push_back(id);
    return deliver(webhook_body(id, text));
}

void Stage::settle() {
    while (!calls.empty()) {
        const host::Call call = std::move(calls.front());
        calls.pop_front();
        give(genesys.answer(call));
    }
}

void Stage::advance(base::Duration duration) {
    now.monotonic += duration;
    now.utc = base::UtcTime{} + std::chrono::milliseconds{1'772'600'767'890} +
              std::chrono::duration_cast<std::chrono::milliseconds>(now.monotonic.time_since_epoch() - 100s);
}

void Stage::run_for(base::Duration duration) {
    const base::TimePoint end = now.monotonic + duration;
    for (int steps = 0; !has_crashed(); ++steps) {
        ASSERT_LT(steps, 100'000) << "time does not move";
        settle();
        if (has_crashed()) return;
        const auto wakeup = service->next_wakeup();
        if (!wakeup || wakeup->when > end) break;
        if (wakeup->when > now.monotonic) advance(wakeup->when - now.monotonic);
        give(host::TimeReached{});
    }
    if (end > now.monotonic) advance(end - now.monotonic);
}

std::size_t Stage::count(std::string_view event) const {
    return static_cast<std::size_t>(std::ranges::count(traces, event, &host::Trace::event));
}

std::vector<std::pair<std::uint64_t, std::string>> parse_events(std::string_view bytes) {
    std::vector<std::pair<std::uint64_t, std::string>> events;
    while (!bytes.empty()) {
        const std::string_view frame = bytes.substr(0, bytes.find("\n\n"));
        bytes.remove_prefix(std::min(bytes.size(), frame.size() + 2));
        const auto event_at = frame.find("\nevent: ");
        const auto data_at = frame.find("\ndata: ");
        EXPECT_TRUE(frame.starts_with("id: ") && event_at < data_at && data_at != std::string_view::npos)
            << frame;
        if (data_at == std::string_view::npos) break;
        std::uint64_t id = 0;
        std::from_chars(frame.data() + 4, frame.data() + event_at, id);
        events.emplace_back(
            id, word_event(frame.substr(event_at + 8, data_at - event_at - 8), frame.substr(data_at + 7)));
    }
    return events;
}

}  // namespace bridge::testing
