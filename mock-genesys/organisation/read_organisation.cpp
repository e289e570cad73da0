#include "mock-genesys/organisation/read_organisation.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "foundation/document/node.h"
#include "foundation/http/uri.h"
#include "mock-genesys/core/authorization.h"
#include "mock-genesys/organisation/named_nodes.h"
#include "mock-genesys/organisation/read_flows.h"
#include "mock-genesys/organisation/read_switches.h"
#include "mock-genesys/organisation/read_users.h"

namespace mock {
namespace {

using document::Fields;
using document::Node;

// The vendor refuses shorter ones when an integration is created (API definition, error code
// notification.webhook.signature.secret.token.longer.than.15.characters); older integrations have them.
constexpr std::size_t secret_characters_min = 16;

// Several at one place stay in the order they were found.
document::Problems in_file_order(document::Problems problems) {
    std::multimap<document::Position, document::Problem> by_place;
    for (document::Problem& problem : problems) by_place.emplace(problem.at, std::move(problem));
    document::Problems ordered;
    for (auto& [place, problem] : by_place) ordered.push_back(std::move(problem));
    return ordered;
}

// The vendor's words for a setting that is on or off.
bool read_enabled(Fields& fields, std::string_view key) {
    return fields.one_of<bool>(key, {{"Enabled", true}, {"Disabled", false}}, false);
}

class Reader {
  public:
    OrganisationReading read(const Node& root);

  private:
    void read_organization(const Node& node);
    Division read_division(const Node& node);
    SupportedContent read_content_profile(const Node& node);
    std::vector<std::string> read_media_types(Fields& fields, std::string_view key);
    PlatformConfig read_platform_config(const Node& node);
    Queue read_queue(const Node& node);
    Integration read_integration(const Node& node);
    MessageRoute read_route(const Node& node);
    Role read_role(const Node& node);
    OAuthClient read_client(const Node& node);

    void read_permissions(Fields& fields, Role& role);
    void warn_of_short_secret(const Node& node, const Integration& integration);
    void check_references();
    void check_routes_of(const Organisation& organisation, const Node& root);
    void problem(document::Position at, std::string what, std::string hint = {}) {
        reading_.problems.push_back({at, std::move(what), std::move(hint)});
    }

    OrganisationReading reading_;
    NamedNodes divisions_{"division"};
    NamedNodes content_profiles_{"supported content profile"};
    NamedNodes platform_configs_{"platform config"};
    NamedNodes queues_{"queue"};
    NamedNodes users_{"user"};
    NamedNodes wrap_up_codes_{"wrap-up code"};
    NamedNodes skills_{"skill"};
    NamedNodes languages_{"language"};
    NamedNodes flows_{"flow"};
    NamedNodes integrations_{"integration"};
    NamedNodes roles_{"role"};
    NamedNodes clients_{"OAuth client"};
};

OrganisationReading Reader::read(const Node& root) {
    Fields fields(root, reading_.problems);
    Organisation& organisation = reading_.organisation;
    if (const Node* const version = fields.optional_node("version"))
        document::as_integer(*version, "'version'", 1, 1, reading_.problems);
    else
        problem(fields.at(), "'version' is missing", "write 'version: 1' first");
    if (const Node* const node = fields.optional_node("organization"))
        read_organization(*node);
    else
        problem(fields.at(), "'organization' is missing", "write 'organization: { name: Example }'");
    divisions_.define(std::string(home_division), {}, reading_.problems);
    organisation.divisions.push_back({{}, std::string(home_division)});
    for (const Node& node : fields.items("divisions")) organisation.divisions.push_back(read_division(node));
    content_profiles_.define(std::string(default_content_profile), {}, reading_.problems);
    organisation.supported_content.push_back(make_default_content_profile());
    for (const Node& node : fields.items("supportedContentProfiles"))
        organisation.supported_content.push_back(read_content_profile(node));
    for (const Node& node : fields.items("platformConfigs"))
        organisation.platform_configs.push_back(read_platform_config(node));
    for (const Node& node : fields.items("queues")) organisation.queues.push_back(read_queue(node));
    for (const Node& node : fields.items("wrapUpCodes")) {
        organisation.wrap_up_codes.push_back(
            {{}, document::as_text(node, "a wrap-up code", reading_.problems)});
        wrap_up_codes_.define(organisation.wrap_up_codes.back().name, node.at, reading_.problems);
    }
    for (const Node& node : fields.items("skills")) {
        organisation.skills.push_back({{}, document::as_text(node, "a skill", reading_.problems)});
        skills_.define(organisation.skills.back().name, node.at, reading_.problems);
    }
    for (const Node& node : fields.items("languages")) {
        organisation.languages.push_back({{}, document::as_text(node, "a language", reading_.problems)});
        languages_.define(organisation.languages.back().name, node.at, reading_.problems);
    }
    for (const Node& node : fields.items("users"))
        organisation.users.push_back(read_user(node, {users_, wrap_up_codes_, roles_}, reading_.problems));
    for (const Node& node : fields.items("flows"))
        organisation.flows.push_back(read_flow(node, {flows_, divisions_, queues_}, reading_.problems));
    for (const Node& node : fields.items("integrations"))
        organisation.integrations.push_back(read_integration(node));
    for (const Node& node : fields.items("messageRouting"))
        organisation.message_routing.push_back(read_route(node));
    for (const Node& node : fields.items("roles")) organisation.roles.push_back(read_role(node));
    for (const Node& node : fields.items("oauthClients"))
        organisation.oauth_clients.push_back(read_client(node));
    if (const Node* const node = fields.optional_node("switches"))
        organisation.switches = read_switches(*node, reading_.problems);
    fields.finish();
    check_references();
    check_routes_of(organisation, root);
    reading_.problems = in_file_order(std::move(reading_.problems));
    return std::move(reading_);
}

void Reader::read_organization(const Node& node) {
    Fields fields(node, reading_.problems);
    reading_.organisation.id = OrganizationId(fields.text_or("id", ""));
    reading_.organisation.name = fields.text("name");
    reading_.organisation.domain = fields.text_or("domain", "mypurecloud.com");
    fields.finish();
}

Division Reader::read_division(const Node& node) {
    Fields fields(node, reading_.problems);
    Division division{DivisionId(fields.text_or("id", "")), fields.text("name")};
    divisions_.define(division.name, fields.at(), reading_.problems);
    fields.finish();
    return division;
}

SupportedContent Reader::read_content_profile(const Node& node) {
    Fields fields(node, reading_.problems);
    SupportedContent profile;
    profile.name = fields.text("name");
    content_profiles_.define(profile.name, fields.at(), reading_.problems);
    profile.id = fields.text_or("id", "");
    profile.inbound = read_media_types(fields, "inbound");
    profile.outbound = read_media_types(fields, "outbound");
    fields.finish();
    return profile;
}

std::vector<std::string> Reader::read_media_types(Fields& fields, std::string_view key) {
    std::vector<std::string> types;
    for (const Node& item : fields.items(key)) {
        types.push_back(document::as_text(item, "a media type", reading_.problems));
        if (types.back().find('/') == std::string::npos)
            problem(item.at, fmt::format("'{}' is not a media type", types.back()),
                    "image/png, image/* or */*");
    }
    return types;
}

PlatformConfig Reader::read_platform_config(const Node& node) {
    Fields fields(node, reading_.problems);
    PlatformConfig config{PlatformConfigId(fields.text_or("id", "")), fields.text("name"), {}};
    platform_configs_.define(config.name, fields.at(), reading_.problems);
    if (const Node* const typing = fields.optional_node("typing")) {
        Fields directions(*typing, reading_.problems);
        config.typing.inbound = read_enabled(directions, "inbound");
        config.typing.outbound = read_enabled(directions, "outbound");
        directions.finish();
    }
    fields.finish();
    return config;
}

Queue Reader::read_queue(const Node& node) {
    Fields fields(node, reading_.problems);
    Queue queue;
    queue.name = fields.text("name");
    queues_.define(queue.name, fields.at(), reading_.problems);
    queue.id = QueueId(fields.text_or("id", ""));
    queue.division = fields.text_or("division", home_division);
    divisions_.refer_at(node, "division");
    queue.members = users_.read_references(fields, "members", reading_.problems);
    fields.finish();
    return queue;
}

Integration Reader::read_integration(const Node& node) {
    Fields fields(node, reading_.problems);
    Integration integration;
    integration.name = fields.text("name");
    integrations_.define(integration.name, fields.at(), reading_.problems);
    integration.id = IntegrationId(fields.text_or("id", ""));
    integration.platform_config = fields.text_or("platformConfig", "");
    platform_configs_.refer_at(node, "platformConfig");
    integration.supported_content_profile =
        fields.text_or("supportedContentProfile", default_content_profile);
    content_profiles_.refer_at(node, "supportedContentProfile");
    integration.webhook_url = fields.text("outboundNotificationWebhookUrl");
    integration.webhook_secret = fields.text("outboundNotificationWebhookSignatureSecretToken");
    const Node* const url = node.find("outboundNotificationWebhookUrl");
    if (url != nullptr && !http::parse_url(integration.webhook_url))
        problem(url->at, fmt::format("'{}' is not a webhook URL", integration.webhook_url),
                "an http or https URL, such as http://127.0.0.1:8081/handover/genesysCloudOM");
    warn_of_short_secret(node, integration);
    fields.finish();
    return integration;
}

void Reader::warn_of_short_secret(const Node& node, const Integration& integration) {
    const Node* const secret = node.find("outboundNotificationWebhookSignatureSecretToken");
    if (secret == nullptr || integration.webhook_secret.size() >= secret_characters_min) return;
    if (integration.webhook_secret.empty()) return problem(secret->at, "the webhook secret is empty");
    reading_.warnings.push_back({secret->at,
                                 fmt::format("the webhook secret is shorter than {} characters; the vendor "
                                             "would refuse it for a new integration",
                                             secret_characters_min),
                                 {}});
}

MessageRoute Reader::read_route(const Node& node) {
    Fields fields(node, reading_.problems);
    MessageRoute route;
    route.flow = fields.text("flow");
    flows_.refer_at(node, "flow");
    route.addresses = integrations_.read_references(fields, "addresses", reading_.problems);
    fields.finish();
    return route;
}

Role Reader::read_role(const Node& node) {
    Fields fields(node, reading_.problems);
    Role role;
    role.name = fields.text("name");
    roles_.define(role.name, fields.at(), reading_.problems);
    role.id = RoleId(fields.text_or("id", ""));
    read_permissions(fields, role);
    fields.finish();
    return role;
}

void Reader::read_permissions(Fields& fields, Role& role) {
    for (const Node& node : fields.items("permissions")) {
        const std::string text = document::as_text(node, "a permission", reading_.problems);
        if (!is_permission(text)) {
            problem(node.at, fmt::format("'{}' is not a permission", text),
                    "domain:entity:action, such as conversation:message:receive");
            continue;
        }
        role.permissions.push_back(canonical_permission(text));
    }
}

OAuthClient Reader::read_client(const Node& node) {
    Fields fields(node, reading_.problems);
    OAuthClient client;
    client.name = fields.text("name");
    clients_.define(client.name, fields.at(), reading_.problems);
    client.id = ClientId(fields.text_or("id", ""));
    client.secret = fields.text("secret");
    static_cast<void>(
        fields.one_of<int>("grantType", {{"CLIENT-CREDENTIALS", 0}}, 0));  // the only one so far
    client.roles = roles_.read_references(fields, "roles", reading_.problems);
    client.authorized = fields.bool_or("authorized", true);
    client.token_validity =
        std::chrono::seconds(fields.integer_or("accessTokenValiditySeconds", token_validity_default.count(),
                                               token_validity_min.count(), token_validity_max.count()));
    fields.finish();
    return client;
}

void Reader::check_references() {
    for (const NamedNodes* const kind :
         {&divisions_, &content_profiles_, &platform_configs_, &queues_, &users_, &wrap_up_codes_, &flows_,
          &integrations_, &roles_, &clients_})
        kind->check_references(reading_.problems);
}

// Many addresses per flow, but one flow per address, as in the vendor's message routing.
void Reader::check_routes_of(const Organisation& organisation, const Node& root) {
    const Node* const section = root.find("messageRouting");
    std::vector<std::string> routed;
    for (const MessageRoute& route : organisation.message_routing)
        for (const std::string& address : route.addresses) {
            if (std::ranges::find(routed, address) != routed.end())
                problem(section->at, fmt::format("the integration '{}' is routed to two flows", address),
                        "an address has one flow");
            routed.push_back(address);
        }
}

}  // namespace

OrganisationReading read_organisation_with_warnings(std::string_view text) {
    const auto root = document::parse(text);
    if (!root) return {{}, {root.error()}, {}};
    return Reader().read(*root);
}

std::expected<Organisation, document::Problems> read_organisation(std::string_view text) {
    OrganisationReading reading = read_organisation_with_warnings(text);
    if (!reading.problems.empty()) return std::unexpected(std::move(reading.problems));
    return std::move(reading.organisation);
}

}  // namespace mock
