#include "bridge/config/read_bot.h"

#include <fmt/format.h>

#include <algorithm>

#include "bridge/config/read_handover_node.h"
#include "bridge/config/read_settings.h"

namespace bridge {
namespace {

using document::Fields;
using document::Node;
using document::Problems;

using Intents = std::map<std::string, std::vector<std::string>>;

std::string spoken(Fields& fields, std::string_view key, Problems& problems) {
    const Node* const node = fields.optional_node(key);
    return node == nullptr ? std::string{} : read_say(*node, fmt::format("'{}'", key), problems).text;
}

std::vector<std::string> read_words(const document::Entry& entry, Problems& problems) {
    std::vector<std::string> words;
    if (entry.value.kind == Node::Kind::Sequence)
        for (const Node& item : entry.value.items)
            words.push_back(document::as_text(item, "a word", problems));
    const bool is_good = !words.empty() && std::ranges::find(words, "") == words.end();
    if (!is_good)
        problems.push_back({entry.key_at, fmt::format("the intent '{}' needs words", entry.key),
                            "a list of what a line contains that has it, for example [stop, never mind]"});
    return words;
}

Intents read_intents(const Node& node, Problems& problems) {
    Intents intents;
    if (node.kind != Node::Kind::Map) problems.push_back({node.at, "'intents' must be a group of keys", {}});
    for (const document::Entry& entry : node.entries) intents[entry.key] = read_words(entry, problems);
    return intents;
}

Rule read_rule(const Node& node, const Intents& intents, Problems& problems) {
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
        rule.action = read_handover_node(*handover, intents, problems);
    else
        rule.action = Say{say};
    fields.finish();
    return rule;
}

Say read_reaction(Fields& bot, std::string_view key, Problems& problems) {
    const Node* const node = bot.optional_node(key);
    if (node == nullptr) return {};
    Fields fields(*node, problems);
    const Node* const words = fields.optional_node("say");
    fields.finish();
    return words == nullptr ? Say{} : read_say(*words, "'say'", problems);
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
    BotScript script;
    script.greeting = spoken(fields, "greeting", problems);
    if (const Node* intents = fields.optional_node("intents"))
        script.intents = read_intents(*intents, problems);
    const std::vector<Node>& rules = fields.items("rules");
    if (rules.size() > bot_rules_max)
        problems.push_back({fields.at(), fmt::format("more than {} rules", bot_rules_max), {}});
    for (const Node& rule : rules) script.rules.push_back(read_rule(rule, script.intents, problems));
    refuse_unreachable(script.rules, rules, problems);
    script.on_queue = read_reaction(fields, "onQueue", problems);
    script.on_active = read_reaction(fields, "onActive", problems);
    script.on_completed = read_reaction(fields, "onCompleted", problems);
    script.on_cancelled = read_reaction(fields, "onCancelled", problems);
    script.on_error = read_reaction(fields, "onError", problems);
    fields.finish();
    return script;
}

}  // namespace bridge
