#include "bridge/config/read_handover_node.h"

#include <fmt/format.h>

#include <algorithm>

#include "bridge/core/attributes.h"

namespace bridge {
namespace {

using document::Fields;
using document::Node;
using document::Problems;
using Intents = std::map<std::string, std::vector<std::string>>;

constexpr base::Duration least_inactivity = std::chrono::seconds{1};

std::string spoken(const Node& node, std::string_view what, Problems& problems) {
    std::string text = document::as_text(node, what, problems);
    if (text.size() > bot_text_bytes_max)
        problems.push_back(
            {node.at, fmt::format("{} is longer than {} bytes", what, bot_text_bytes_max), {}});
    return text;
}

std::map<std::string, std::string> read_custom_attributes(const Node& node, Problems& problems) {
    std::map<std::string, std::string> attributes;
    if (node.kind != Node::Kind::Map) {
        problems.push_back({node.at, "'genesysCustomAttributes' must be a group of keys", {}});
        return attributes;
    }
    for (const document::Entry& entry : node.entries) {
        if (std::ranges::find(reserved_attributes, entry.key) != reserved_attributes.end())
            problems.push_back({entry.key_at,
                                fmt::format("the attribute '{}' is set by the bridge itself", entry.key),
                                "choose another name, or use the key of the node that sets it"});
        attributes[entry.key] =
            document::as_text(entry.value, fmt::format("the attribute '{}'", entry.key), problems);
    }
    return attributes;
}

Inactivity::Strike read_strike(const Node& node, Problems& problems) {
    if (node.kind == Node::Kind::Scalar && node.scalar == "closeHandover") return CloseHandover{};
    Fields fields(node, problems);
    const Node& say = fields.node("say");
    fields.finish();
    return say.kind == Node::Kind::Null ? Say{} : read_say(say, "'say'", problems);
}

Inactivity read_inactivity(const Node& node, Problems& problems) {
    Fields fields(node, problems);
    Inactivity inactivity{.after = document::as_duration(fields.node("timer"), "'timer'", problems),
                          .strikes = {}};
    if (inactivity.after < least_inactivity)
        problems.push_back({fields.at(), "the inactivity 'timer' is shorter than 1s", "for example 1m"});
    const std::vector<Node>& strikes = fields.items("strikes");
    if (strikes.empty() || strikes.size() > inactivity_strikes_max)
        problems.push_back({fields.at(),
                            fmt::format("'strikes' must be a list of 1 to {}", inactivity_strikes_max),
                            "each is closeHandover or { say: text }"});
    for (const Node& strike : strikes) inactivity.strikes.push_back(read_strike(strike, problems));
    fields.finish();
    return inactivity;
}

std::string read_cancel_intent(Fields& fields, const Intents& intents, Problems& problems) {
    const Node* const node = fields.optional_node("cancelIntent");
    if (node == nullptr) return {};
    std::string name = document::as_text(*node, "'cancelIntent'", problems);
    if (name.empty() || intents.contains(name)) return name;
    std::vector<std::string_view> known;
    for (const auto& [intent, words] : intents) known.push_back(intent);
    problems.push_back({node->at, fmt::format("the bot has no intent '{}'", name),
                        known.empty() ? "declare it: bot: { intents: { name: [words] } }"
                                      : document::suggestion(name, known)});
    return name;
}

// Keys of the vendor's node whose effect is outside this bridge: said, rather than ignored.
void refuse_what_is_not_done(Fields& fields, Problems& problems) {
    // Both values resume at the rules of the script, which are the same for every line.
    fields.one_of<bool>("resolveBehavior", {{"resetEntrypoint", true}, {"continueEntrypoint", false}}, true);
    if (fields.bool_or("allowAgentInject", false))
        problems.push_back({fields.node("allowAgentInject").at, "'allowAgentInject' cannot be true",
                            "an agent of Genesys Cloud cannot steer the scripted bot"});
    const Node* const init = fields.optional_node("agentAssistInitMessage");
    if (init != nullptr && !init->scalar.empty())
        problems.push_back(
            {init->at, "'agentAssistInitMessage' needs a Copilot flow, and there is none", "leave it out"});
}

HandoverTerms read_terms(Fields& fields, const Intents& intents, Problems& problems) {
    HandoverTerms terms;
    if (const Node* text = fields.optional_node("text")) terms.text = spoken(*text, "'text'", problems);
    terms.repeats_text = fields.bool_or("repeatHandoverMessage", false);
    terms.cancel_intent = read_cancel_intent(fields, intents, problems);
    if (const Node* reply = fields.optional_node("quickReply")) {
        terms.quick_reply = spoken(*reply, "'quickReply'", problems);
        if (terms.text.empty())
            problems.push_back(
                {reply->at, "'quickReply' has no text that it could stand under", "give the node a 'text'"});
    }
    terms.sends_resolve_event = fields.bool_or("sendResolveEvent", true);
    terms.sends_queue_event = fields.bool_or("sendOnQueueEvent", false);
    terms.sends_active_event = fields.bool_or("sendOnActiveEvent", false);
    terms.sends_presence = fields.bool_or("sendUserConnectionMessages", true);
    if (const Node* node = fields.optional_node("inactivity"))
        terms.inactivity = read_inactivity(*node, problems);
    return terms;
}

}  // namespace

HandoverNode read_handover_node(const Node& node, const Intents& intents, Problems& problems) {
    Fields fields(node, problems);
    HandoverNode handover{.terms = read_terms(fields, intents, problems),
                          .language = fields.text_or("genesysLanguage", ""),
                          .skills = fields.texts("genesysSkills"),
                          .priority = fields.text_or("genesysPriority", ""),
                          .custom_attributes = {}};
    if (const Node* custom = fields.optional_node("genesysCustomAttributes"))
        handover.custom_attributes = read_custom_attributes(*custom, problems);
    refuse_what_is_not_done(fields, problems);
    fields.finish();
    return handover;
}

Say read_say(const Node& node, std::string_view what, Problems& problems) {
    if (node.kind != Node::Kind::Map) return {spoken(node, what, problems)};
    Fields fields(node, problems);
    Say say{.text = spoken(fields.node("text"), "'text'", problems)};
    say.destination = fields.one_of<Destination>("destination",
                                                 {{"userAndAgent", Destination::UserAndAgent},
                                                  {"userOnly", Destination::UserOnly},
                                                  {"agentOnly", Destination::AgentOnly}},
                                                 Destination::UserAndAgent);
    fields.finish();
    return say;
}

}  // namespace bridge
