#include "bridge/config/read_bot.h"

#include <fmt/format.h>

#include <algorithm>

#include "bridge/config/read_settings.h"
#include "bridge/core/attributes.h"

namespace bridge {
namespace {

using document::Fields;
using document::Node;
using document::Problems;

std::string spoken(Fields& fields, std::string_view key, Problems& problems) {
    std::string text = fields.text_or(key, "");
    if (text.size() > bot_text_bytes_max)
        problems.push_back(
            {fields.at(), fmt::format("'{}' is longer than {} bytes", key, bot_text_bytes_max), {}});
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

HandoverNode read_handover_node(const Node& node, Problems& problems) {
    Fields fields(node, problems);
    HandoverNode handover{.text = spoken(fields, "text", problems),
                          .language = fields.text_or("genesysLanguage", ""),
                          .skills = fields.texts("genesysSkills"),
                          .priority = fields.text_or("genesysPriority", ""),
                          .custom_attributes = {},
                          .send_resolve_event = true};
    if (const Node* custom = fields.optional_node("genesysCustomAttributes"))
        handover.custom_attributes = read_custom_attributes(*custom, problems);
    handover.send_resolve_event = fields.bool_or("sendResolveEvent", true);
    fields.finish();
    return handover;
}

Rule read_rule(const Node& node, Problems& problems) {
    Fields fields(node, problems);
    Rule rule{.contains = fields.text_or("contains", ""), .action = Say{}};
    const Node* const handover = fields.optional_node("handoverToAgent");
    const std::string say = spoken(fields, "say", problems);
    if (handover != nullptr && !say.empty())
        problems.push_back({fields.at(), "a rule has either 'say' or 'handoverToAgent'",
                            "text that is shown before a handover stands in handoverToAgent: { text: ... }"});
    if (handover == nullptr && say.empty())
        problems.push_back({fields.at(), "a rule without 'say' and 'handoverToAgent' answers nothing", {}});
    if (handover != nullptr)
        rule.action = read_handover_node(*handover, problems);
    else
        rule.action = Say{say};
    fields.finish();
    return rule;
}

std::string read_reaction(Fields& bot, std::string_view key, Problems& problems) {
    const Node* const node = bot.optional_node(key);
    if (node == nullptr) return {};
    Fields fields(*node, problems);
    std::string text = spoken(fields, "say", problems);
    fields.finish();
    return text;
}

// A rule behind one that always matches can never answer.
void refuse_unreachable(const std::vector<Rule>& rules, const std::vector<Node>& nodes, Problems& problems) {
    const auto always = std::ranges::find_if(rules, [](const Rule& rule) { return rule.contains.empty(); });
    const auto index = static_cast<std::size_t>(always - rules.begin());
    if (index + 1 < rules.size())
        problems.push_back(
            {nodes[index + 1].at, "no text ever reaches this rule",
             fmt::format("the rule in line {} has no 'contains' and so always answers; put it last",
                         nodes[index].at.line)});
}

}  // namespace

BotScript read_bot(const Node& node, Problems& problems) {
    Fields fields(node, problems);
    BotScript script{.greeting = spoken(fields, "greeting", problems), .rules = {}};
    const std::vector<Node>& rules = fields.items("rules");
    if (rules.size() > bot_rules_max)
        problems.push_back({fields.at(), fmt::format("more than {} rules", bot_rules_max), {}});
    for (const Node& rule : rules) script.rules.push_back(read_rule(rule, problems));
    refuse_unreachable(script.rules, rules, problems);
    script.on_completed = read_reaction(fields, "onCompleted", problems);
    script.on_cancelled = read_reaction(fields, "onCancelled", problems);
    script.on_error = read_reaction(fields, "onError", problems);
    fields.finish();
    return script;
}

}  // namespace bridge
