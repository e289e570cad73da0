#include "bridge/service/stored_handover.h"

#include "foundation/host/host.h"
#include "foundation/json/json.h"

namespace bridge {
namespace {

using json::Ordered;
using json::text_at;
using json::Value;

constexpr std::string_view close_handover = "close";

std::string_view name_of(Destination destination) {
    switch (destination) {
        case Destination::UserAndAgent:
            return "both";
        case Destination::UserOnly:
            return "user";
        case Destination::AgentOnly:
            return "agent";
    }
    return "both";
}

Destination destination_named(std::string_view name) {
    if (name == "user") return Destination::UserOnly;
    return name == "agent" ? Destination::AgentOnly : Destination::UserAndAgent;
}

std::int64_t milliseconds(base::Duration duration) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(duration).count();
}

Ordered encode_strike(const Inactivity::Strike& strike) {
    return std::visit(
        host::Overloaded{
            [](const Say& say) { return Ordered{{"say", say.text}, {"to", name_of(say.destination)}}; },
            [](const CloseHandover&) { return Ordered{{"do", close_handover}}; }},
        strike);
}

Ordered encode_inactivity(const Inactivity& inactivity) {
    Ordered strikes = Ordered::array();
    for (const Inactivity::Strike& strike : inactivity.strikes) strikes.push_back(encode_strike(strike));
    Ordered value{{"afterMs", milliseconds(inactivity.after)}};
    value["strikes"] = std::move(strikes);
    return value;
}

Ordered encode_terms(const HandoverTerms& terms) {
    Ordered value{{"text", terms.text},
                  {"repeatHandoverMessage", terms.repeats_text},
                  {"cancelIntent", terms.cancel_intent},
                  {"quickReply", terms.quick_reply},
                  {"sendResolveEvent", terms.sends_resolve_event},
                  {"sendOnQueueEvent", terms.sends_queue_event},
                  {"sendOnActiveEvent", terms.sends_active_event},
                  {"sendPresence", terms.sends_presence}};
    if (terms.inactivity.after > base::Duration::zero())
        value["inactivity"] = encode_inactivity(terms.inactivity);
    return value;
}

Inactivity decode_inactivity(const Value& value) {
    Inactivity inactivity{.after = std::chrono::milliseconds{json::integer_at(value, "afterMs").value_or(0)},
                          .strikes = {}};
    const Value* const strikes = json::array_at(value, "strikes");
    if (strikes == nullptr) return inactivity;
    for (const Value& strike : *strikes) {
        if (text_at(strike, "do") == close_handover)
            inactivity.strikes.emplace_back(CloseHandover{});
        else
            inactivity.strikes.emplace_back(Say{text_at(strike, "say").value_or(""),
                                                destination_named(text_at(strike, "to").value_or(""))});
    }
    return inactivity;
}

HandoverTerms decode_terms(const Value& value) {
    const auto is = [&](const char* key, bool fallback) {
        return json::bool_at(value, key).value_or(fallback);
    };
    HandoverTerms terms{.text = text_at(value, "text").value_or(""),
                        .repeats_text = is("repeatHandoverMessage", false),
                        .cancel_intent = text_at(value, "cancelIntent").value_or(""),
                        .quick_reply = text_at(value, "quickReply").value_or(""),
                        .sends_resolve_event = is("sendResolveEvent", true),
                        .sends_queue_event = is("sendOnQueueEvent", false),
                        .sends_active_event = is("sendOnActiveEvent", false),
                        .sends_presence = is("sendPresence", true),
                        .inactivity = {}};
    if (const Value* const inactivity = json::object_at(value, "inactivity"))
        terms.inactivity = decode_inactivity(*inactivity);
    return terms;
}

std::optional<base::UtcTime> time_at(const Value& object, const char* key) {
    const auto value = json::integer_at(object, key);
    if (!value) return std::nullopt;
    return base::UtcTime{std::chrono::milliseconds{*value}};
}

unsigned number_at(const Value& object, const char* key) {
    const auto value = json::integer_at(object, key);
    return value && *value > 0 ? static_cast<unsigned>(*value) : 0;
}

}  // namespace

std::string encode(const StoredHandover& handover) {
    const HandoverFacts& facts = handover.facts;
    Ordered value{{"generation", facts.generation},
                  {"state", name_of(facts.state)},
                  {"conversation", facts.conversation.text()},
                  {"queueAnnounced", facts.queue_announced},
                  {"agentSpoke", facts.agent_spoke}};
    if (handover.ended_at) value["endedAt"] = handover.ended_at->time_since_epoch().count();
    value["terms"] = encode_terms(handover.terms);
    if (handover.inactivity.expires_at)
        value["inactivityExpiresAt"] = handover.inactivity.expires_at->time_since_epoch().count();
    if (handover.inactivity.count > 0) value["inactivityCount"] = handover.inactivity.count;
    return json::dump(value);
}

std::optional<StoredHandover> decode_handover(std::string_view text) {
    const auto value = json::parse(text);
    if (!value || !value->is_object()) return std::nullopt;
    const auto state = handover_state_named(text_at(*value, "state").value_or(""));
    if (!state) return std::nullopt;
    StoredHandover handover;
    handover.facts = {.generation = number_at(*value, "generation"),
                      .state = *state,
                      .conversation = ConversationId(text_at(*value, "conversation").value_or("")),
                      .queue_announced = json::bool_at(*value, "queueAnnounced").value_or(false),
                      .agent_spoke = json::bool_at(*value, "agentSpoke").value_or(false)};
    handover.ended_at = time_at(*value, "endedAt");
    if (const Value* const terms = json::object_at(*value, "terms")) handover.terms = decode_terms(*terms);
    handover.inactivity = {time_at(*value, "inactivityExpiresAt"), number_at(*value, "inactivityCount")};
    return handover;
}

}  // namespace bridge
