#include "mock-genesys/api/conversation_view.h"

#include <algorithm>
#include <map>
#include <utility>

#include "foundation/base/time.h"
#include "foundation/json/json.h"

namespace mock {
namespace {

void add_time(json::Ordered& object, const char* key, const std::optional<base::UtcTime>& time) {
    if (time) object[key] = base::to_iso8601(*time);
}

json::Ordered message_details(const Message& message) {
    json::Ordered details{{"messageId", message.id.text()},
                          {"messageURI", "/api/v2/conversations/messages/" + message.conversation.text() +
                                             "/messages/" + message.id.text()},
                          {"messageStatus", name_of(message.status)},
                          {"messageSegmentCount", 1},
                          {"messageTime", base::to_iso8601(message.time)},
                          {"media", json::Ordered::array()},
                          {"stickers", json::Ordered::array()},
                          {"messageMetadata", {{"type", "Text"}}}};
    if (const auto failure = failure_of(message))
        details["errorInfo"] = {{"message", failure->message}, {"code", failure->code}};
    return details;
}

json::Ordered messages_in(const Communication& communication, const FindMessage& find_message) {
    json::Ordered messages = json::Ordered::array();
    for (const MessageId& id : communication.messages)
        if (const Message* const message = find_message(id)) messages.push_back(message_details(*message));
    return messages;
}

json::Ordered address_of(std::string_view name, std::string_view address) {
    return {{"name", name}, {"addressNormalized", address}, {"addressRaw", address}};
}

void add_user_and_queue(json::Ordered& object, const Participant& participant,
                        const Organisation& organisation) {
    const auto user = std::ranges::find(organisation.users, participant.agent, &User::name);
    if (!participant.agent.empty() && user != organisation.users.end())
        object["user"] = {{"id", user->id.text()},
                          {"name", user->display_name},
                          {"selfUri", "/api/v2/users/" + user->id.text()}};
    const auto queue = std::ranges::find(organisation.queues, participant.queue, &Queue::name);
    if (!participant.queue.empty() && queue != organisation.queues.end())
        object["queue"] = {{"id", queue->id.text()},
                           {"name", queue->name},
                           {"selfUri", "/api/v2/routing/queues/" + queue->id.text()}};
}

struct View {
    const Conversation& conversation;
    const Organisation& organisation;
    const FindMessage& find_message;
};

json::Ordered encode_communication(const View& view, const Participant& participant,
                                   const Communication& communication) {
    const Customer& customer = view.conversation.customer;
    const std::string& integration = view.conversation.integration.text();
    json::Ordered object{{"id", participant.id.text()}, {"name", participant.name}};
    object["address"] = participant.purpose == Purpose::Customer ? customer.id : integration;
    object["startTime"] = base::to_iso8601(communication.started);
    add_time(object, "startAlertingTime", communication.alerting);
    add_time(object, "connectedTime", communication.connected);
    add_time(object, "endTime", communication.disconnected);
    object["purpose"] = name_of(participant.purpose);
    object["state"] = name_of(communication.state);
    object["direction"] = "inbound";
    if (communication.disconnect_type) object["disconnectType"] = name_of(*communication.disconnect_type);
    object["held"] = false;
    object["wrapupRequired"] = participant.wrap_up_required;
    object["mediaRoles"] = json::Ordered::array({"full"});
    add_user_and_queue(object, participant, view.organisation);
    json::Ordered attributes = json::Ordered::object();
    for (const auto& [key, value] : participant.attributes) attributes[key] = value;
    object["attributes"] = std::move(attributes);
    object["provider"] = "PureCloud Messaging";
    if (participant.wrap_up)
        object["wrapup"] = {{"code", participant.wrap_up->code},
                            {"name", participant.wrap_up->code},
                            {"endTime", base::to_iso8601(participant.wrap_up->at)}};
    if (!communication.peer.empty()) object["peer"] = communication.peer.text();
    object["toAddress"] = address_of(integration, integration);
    object["fromAddress"] = address_of(display_name(customer), customer.id);
    object["messages"] = messages_in(communication, view.find_message);
    object["type"] = "open";
    object["authenticated"] = false;
    return object;
}

}  // namespace

std::string encode_conversation(const Conversation& conversation, const Organisation& organisation,
                                const FindMessage& find_message) {
    const View view{conversation, organisation, find_message};
    using Joined = std::pair<const Participant*, const Communication*>;
    std::multimap<base::UtcTime, Joined> by_time;  // who joined at one moment stays in order
    for (const Participant& participant : conversation.participants)
        for (const Communication& communication : participant.communications)
            by_time.emplace(communication.started, Joined{&participant, &communication});
    json::Ordered participants = json::Ordered::array();
    for (const auto& [started, joined] : by_time)
        participants.push_back(encode_communication(view, *joined.first, *joined.second));
    return json::dump({{"id", conversation.id.text()},
                       {"participants", std::move(participants)},
                       {"otherMediaUris", json::Ordered::array()},
                       {"selfUri", "/api/v2/conversations/messages/" + conversation.id.text()}});
}

}  // namespace mock
