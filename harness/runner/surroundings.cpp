#include "harness/runner/surroundings.h"

#include <charconv>
#include <initializer_list>

#include "foundation/document/node.h"

namespace runner {
namespace {

using document::Node;

constexpr std::size_t secret_chars_min = 4;  // shorter ones would blacken half a report

const Node* walk(const Node& root, std::initializer_list<std::string_view> keys) {
    const Node* node = &root;
    for (const std::string_view key : keys) {
        node = node->find(key);
        if (node == nullptr) return nullptr;
    }
    return node;
}

std::string text_at(const Node& root, std::initializer_list<std::string_view> keys) {
    const Node* const node = walk(root, keys);
    return node == nullptr ? "" : node->scalar;
}

bool names_a_secret(std::string_view key) {
    return key.ends_with("secret") || key.ends_with("Secret") || key.ends_with("SecretToken") ||
           key.ends_with("password");
}

void collect_secrets(const Node& node, std::vector<std::string>& secrets) {
    for (const Node& item : node.items) collect_secrets(item, secrets);
    for (const document::Entry& entry : node.entries) {
        if (names_a_secret(entry.key) && entry.value.scalar.size() >= secret_chars_min)
            secrets.push_back(entry.value.scalar);
        collect_secrets(entry.value, secrets);
    }
}

std::string integration_id(const Node& organisation, std::string_view name) {
    const Node* const integrations = organisation.find("integrations");
    if (integrations == nullptr) return {};
    for (const Node& integration : integrations->items)
        if (text_at(integration, {"name"}) == name) return text_at(integration, {"id"});
    return {};
}

// What the bot says to a line of the customer.
std::set<std::string> bot_answers(const Node& bridge) {
    std::set<std::string> answers;
    const Node* const rules = walk(bridge, {"bot", "rules"});
    if (rules == nullptr) return answers;
    for (const Node& rule : rules->items)
        if (std::string said = text_at(rule, {"say"}); !said.empty()) answers.insert(std::move(said));
    return answers;
}

void read_switches(const Node& organisation, invariants::Rules& rules) {
    rules.repeats_are_ignored = text_at(organisation, {"switches", "repeatedMessageId"}) != "append";
    rules.webhooks_are_ordered = text_at(organisation, {"switches", "webhookOrder"}) != "concurrent";
    const std::string minutes = text_at(organisation, {"switches", "threadingMinutes"});
    std::int64_t number = 0;
    const auto read = std::from_chars(minutes.data(), minutes.data() + minutes.size(), number);
    if (!minutes.empty() && read.ec == std::errc{}) rules.threading_window = std::chrono::minutes{number};
}

}  // namespace

Surroundings read_surroundings(std::string_view organisation_text, std::string_view bridge_text) {
    Surroundings found;
    const auto organisation = document::parse(organisation_text);
    const auto bridge = document::parse(bridge_text);
    if (bridge) {
        found.url_token = text_at(*bridge, {"endpoint", "URLToken"});
        found.webhook_secret = text_at(*bridge, {"handoverSettings", "genesysCloudOM", "webhookSecret"});
        found.deployment = text_at(*bridge, {"handoverSettings", "genesysCloudOM", "deploymentName"});
        found.client_id = text_at(*bridge, {"handoverSettings", "genesysCloudOM", "clientId"});
        found.client_secret = text_at(*bridge, {"handoverSettings", "genesysCloudOM", "clientSecret"});
        collect_secrets(*bridge, found.secrets);
        found.rules.bot_answers = bot_answers(*bridge);
        found.rules.webhook_secret = found.webhook_secret;
    }
    if (organisation) {
        found.integration = integration_id(*organisation, found.deployment);
        collect_secrets(*organisation, found.secrets);
        read_switches(*organisation, found.rules);
    }
    return found;
}

}  // namespace runner
