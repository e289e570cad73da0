#include "mock-genesys/service/control_views.h"

#include <utility>

#include "foundation/base/time.h"
#include "foundation/json/json.h"

namespace mock {
namespace {

std::string_view name_of(DeskState state) {
    switch (state) {
        case DeskState::Alerting:
            return "alerting";
        case DeskState::Connected:
            return "connected";
        case DeskState::Disconnected:
            return "disconnected";
    }
    std::unreachable();
}

std::string_view author_of(const Message& message) {
    switch (message.direction) {
        case Direction::Inbound:
            return "customer";
        case Direction::Outbound:
            return message.agent.empty() ? "flow" : "agent";
    }
    std::unreachable();
}

json::Ordered line(const Message& message) {
    json::Ordered shown{{"messageId", message.id.text()},
                        {"from", author_of(message)},
                        {"text", visible_text(message)},
                        {"time", base::to_iso8601(message.time)},
                        {"status", name_of(message.status)}};
    if (!message.content.empty()) {
        shown["media"] = json::Ordered::array();
        for (const Attachment& attachment : message.content)
            shown["media"].push_back({{"url", attachment.url}, {"mime", attachment.mime}});
    }
    if (const auto failure = failure_of(message))
        shown["error"] = {{"code", failure->code}, {"message", failure->message}};
    return shown;
}

json::Ordered entry_view(const DeskEntry& entry, const Conversation& conversation, const Platform& platform) {
    json::Ordered lines = json::Ordered::array();
    for (const Message* const message : platform.messages_of(conversation)) lines.push_back(line(*message));
    json::Ordered attributes = json::Ordered::object();
    for (const auto& [key, value] : conversation.customer_participant().attributes) attributes[key] = value;
    return {{"conversationId", conversation.id.text()},
            {"state", name_of(entry.state)},
            {"messages", std::move(lines)},
            {"attributes", std::move(attributes)}};
}

}  // namespace

std::string encode_up() { return R"({"status":"up"})"; }

std::string encode_pairs(std::initializer_list<std::pair<std::string_view, std::string_view>> pairs) {
    json::Ordered object = json::Ordered::object();
    for (const auto& [name, value] : pairs) object[std::string(name)] = value;
    return json::dump(object);
}

std::string encode_count(std::string_view name, std::size_t count) {
    json::Ordered object = json::Ordered::object();
    object[std::string(name)] = count;
    return json::dump(object);
}

std::string encode_on_queue(std::string_view agent, bool on_queue) {
    return json::dump({{"agent", agent}, {"onQueue", on_queue}});
}

std::string encode_desk(std::string_view agent, const Desk& desk, const Platform& platform) {
    json::Ordered conversations = json::Ordered::array();
    for (const DeskEntry& entry : desk.entries)
        if (const Conversation* const conversation = platform.find_conversation(entry.conversation))
            conversations.push_back(entry_view(entry, *conversation, platform));
    return json::dump(
        {{"agent", agent}, {"onQueue", desk.on_queue}, {"conversations", std::move(conversations)}});
}

}  // namespace mock
