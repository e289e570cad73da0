#include "harness/runner/genesys_watch.h"

#include <fmt/format.h>

#include "foundation/json/json.h"
#include "harness/runner/genesys_facts.h"

namespace runner {
namespace {

using scenario::Target;
using TextFields = std::map<std::string, std::string>;

std::string scalar_text(const json::Value& value) {
    return value.is_string() ? value.get<std::string>() : value.dump();
}

// Members as texts; those of nested objects under dotted names. null counts as absent.
TextFields flatten(const json::Value& object) {
    TextFields fields;
    for (const auto& [key, value] : object.items()) {
        if (value.is_null()) continue;
        if (!value.is_object()) {
            fields[key] = scalar_text(value);
            continue;
        }
        for (const auto& [inner, inner_value] : value.items())
            fields[fmt::format("{}.{}", key, inner)] = scalar_text(inner_value);
    }
    return fields;
}

std::string text_of(const TextFields& fields, const std::string& key) {
    const auto found = fields.find(key);
    return found == fields.end() ? "" : found->second;
}

// Our names are shorter than those of the feed: conversation, message.
TextFields renamed(const TextFields& fields) {
    static const std::map<std::string, std::string> names{{"conversationId", "conversation"},
                                                          {"messageId", "message"},
                                                          {"providerMessageId", "providerMessage"},
                                                          {"attempt", "attempts"}};
    TextFields out;
    for (const auto& [key, value] : fields) {
        const auto name = names.find(key);
        out[name == names.end() ? key : name->second] = value;
    }
    return out;
}

Sighting genesys_sighting(Target target, const TextFields& fields) { return {target, {}, renamed(fields)}; }

Sighting conversation_sighting(const char* state, TextFields fields) {
    fields["state"] = state;
    return genesys_sighting(Target::GenesysConversation, fields);
}

}  // namespace

std::vector<Sighting> GenesysWatch::look_at(const ServerEvent& event) {
    const auto data = json::parse(event.data);
    if (!data || !data->is_object()) return {};
    const TextFields fields = flatten(*data);
    if (auto fact = fact_of(event.event, fields)) facts_.push_back(*std::move(fact));
    if (event.event == "message.inbound") return inbound(fields);
    if (event.event == "participant.state") return participant(fields);
    if (event.event == "conversation.started") return {conversation_sighting("started", fields)};
    if (event.event == "conversation.ended") return {conversation_sighting("ended", fields)};
    if (event.event == "request.refused") return {genesys_sighting(Target::GenesysRefuses, fields)};
    if (event.event == "message.status") return {genesys_sighting(Target::GenesysMessageStatus, fields)};
    if (event.event == "typing") return {genesys_sighting(Target::GenesysTyping, fields)};
    const bool is_settled = event.event == "webhook.outcome" && text_of(fields, "verdict") != "retry";
    if (is_settled) return {genesys_sighting(Target::GenesysWebhook, fields)};
    return {};
}

std::vector<Sighting> GenesysWatch::inbound(const TextFields& fields) {
    const std::string conversation = text_of(fields, "conversationId");
    latest_address_ = text_of(fields, "from");
    lines_[conversation].push_back({text_of(fields, "messageId"), text_of(fields, "text")});
    std::vector<Sighting> sightings{genesys_sighting(Target::GenesysMessage, fields)};
    for (const auto& [agent, desk] : desks_)
        if (desk.connected.contains(conversation)) show(agent, conversation, sightings);
    return sightings;
}

std::vector<Sighting> GenesysWatch::participant(const TextFields& fields) {
    std::vector<Sighting> sightings{genesys_sighting(Target::GenesysParticipant, fields)};
    const std::string agent = text_of(fields, "agent");
    if (text_of(fields, "purpose") != "agent" || agent.empty()) return sightings;
    const std::string conversation = text_of(fields, "conversationId");
    const std::string state = text_of(fields, "state");
    if (state == "disconnected") desks_[agent].connected.erase(conversation);
    if (state != "connected") return sightings;
    desks_[agent].connected.insert(conversation);
    show(agent, conversation, sightings);
    return sightings;
}

void GenesysWatch::show(const std::string& agent, const std::string& conversation,
                        std::vector<Sighting>& sightings) {
    Desk& desk = desks_[agent];
    for (const Line& line : lines_[conversation])
        if (desk.seen.insert(line.message).second)
            sightings.push_back(
                {Target::AgentSees,
                 agent,
                 {{"text", line.text}, {"message", line.message}, {"conversation", conversation}}});
}

}  // namespace runner
