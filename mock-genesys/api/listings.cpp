#include "mock-genesys/api/listings.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "foundation/json/json.h"

namespace mock {
namespace {

constexpr std::string_view integrations_path = "/api/v2/conversations/messaging/integrations";
constexpr std::string_view open_integrations_path = "/api/v2/conversations/messaging/integrations/open";
constexpr std::string_view queues_path = "/api/v2/routing/queues";

// The envelope in the vendor's key order; nextUri and previousUri are absent at the ends.
std::string encode_envelope(json::Ordered entities, std::size_t total, const Page& page,
                            std::string_view path) {
    const std::size_t count = page.count_for(total);
    json::Ordered envelope{{"entities", std::move(entities)},
                           {"pageSize", page.size},
                           {"pageNumber", page.number},
                           {"total", total},
                           {"firstUri", page_uri(path, page, 1)}};
    if (page.number < count) envelope["nextUri"] = page_uri(path, page, page.number + 1);
    if (page.number > 1) envelope["previousUri"] = page_uri(path, page, page.number - 1);
    envelope["selfUri"] = page_uri(path, page, page.number);
    envelope["lastUri"] = page_uri(path, page, std::max<std::size_t>(count, 1));
    envelope["pageCount"] = count;
    return json::dump(envelope);
}

// The page's part of `all`, each encoded.
template <class Entity, class Encode>
json::Ordered encode_page(const std::vector<Entity>& all, const Page& page, const Encode& encode) {
    json::Ordered entities = json::Ordered::array();
    for (std::size_t i = page.first(); i < std::min(all.size(), page.first() + page.size); ++i)
        entities.push_back(encode(all[i]));
    return entities;
}

json::Ordered reference(std::string_view id, std::string_view path) {
    return {{"id", id}, {"selfUri", fmt::format("{}/{}", path, id)}};
}

json::Ordered named_reference(std::string_view id, std::string_view name, std::string_view path) {
    return {{"id", id}, {"name", name}, {"selfUri", fmt::format("{}/{}", path, id)}};
}

json::Ordered supported_content(const Organisation& organisation, const Expansion& expansion) {
    constexpr std::string_view path = "/api/v2/conversations/messaging/supportedcontent";
    if (expansion.supported_content)
        return named_reference(organisation.supported_content_id, "default", path);
    return reference(organisation.supported_content_id, path);
}

void add_references(json::Ordered& entity, const ListingContext& context, const Integration& integration,
                    const Expansion& expansion) {
    entity["supportedContent"] = supported_content(context.organisation, expansion);
    const auto& configs = context.organisation.platform_configs;
    const auto config = std::ranges::find(configs, integration.platform_config, &PlatformConfig::name);
    if (config == configs.end()) return;
    constexpr std::string_view path = "/api/v2/conversations/messaging/settings";
    entity["messagingSetting"] = expansion.messaging_setting
                                     ? named_reference(config->id.text(), config->name, path)
                                     : reference(config->id.text(), path);
}

void add_recipient_and_dates(json::Ordered& entity, const ListingContext& context,
                             const Integration& integration) {
    entity["recipient"] = reference(integration.recipient.text(), "/api/v2/routing/message/recipients");
    entity["dateCreated"] = base::to_iso8601(integration.stamp.created.value_or(context.since));
    entity["dateModified"] = base::to_iso8601(integration.stamp.modified.value_or(context.since));
}

json::Ordered messaging_integration(const ListingContext& context, const Integration& integration,
                                    const Expansion& expansion) {
    json::Ordered entity{{"id", integration.id.text()}, {"name", integration.name}};
    add_references(entity, context, integration, expansion);
    entity["status"] = "Active";
    entity["messengerType"] = "open";
    add_recipient_and_dates(entity, context, integration);
    entity["version"] = integration.stamp.version;
    entity["selfUri"] = fmt::format("{}/{}", open_integrations_path, integration.id.text());
    return entity;
}

json::Ordered open_integration(const ListingContext& context, const Integration& integration,
                               const Expansion& expansion) {
    json::Ordered entity{{"id", integration.id.text()}, {"name", integration.name}};
    add_references(entity, context, integration, expansion);
    entity["outboundNotificationWebhookUrl"] = integration.webhook_url;
    entity["outboundNotificationWebhookSignatureSecretToken"] = integration.webhook_secret;
    if (!integration.webhook_headers.empty()) entity["webhookHeaders"] = integration.webhook_headers;
    entity["status"] = "active";  // lower case here, "Active" in the listing of every type
    add_recipient_and_dates(entity, context, integration);
    entity["createStatus"] = "Completed";
    entity["selfUri"] = fmt::format("{}/{}", open_integrations_path, integration.id.text());
    return entity;
}

json::Ordered division_of(const Organisation& organisation, std::string_view name) {
    const auto division = std::ranges::find(organisation.divisions, name, &Division::name);
    if (division == organisation.divisions.end()) return nullptr;
    return named_reference(division->id.text(), division->name, "/api/v2/authorization/divisions");
}

json::Ordered queue_entity(const ListingContext& context, const Queue& queue) {
    return {{"id", queue.id.text()},
            {"name", queue.name},
            {"division", division_of(context.organisation, queue.division)},
            {"dateCreated", base::to_iso8601(queue.stamp.created.value_or(context.since))},
            {"dateModified", base::to_iso8601(queue.stamp.modified.value_or(context.since))},
            {"memberCount", queue.members.size()},
            {"userMemberCount", queue.members.size()},
            {"joinedMemberCount", queue.members.size()},
            {"selfUri", fmt::format("{}/{}", queues_path, queue.id.text())}};
}

// The comma-joined values of a parameter.
std::vector<std::string_view> values_of(std::string_view text) {
    std::vector<std::string_view> values;
    while (!text.empty()) {
        const std::string_view value = text.substr(0, text.find(','));
        values.push_back(value);
        text.remove_prefix(std::min(text.size(), value.size() + 1));
    }
    return values;
}

}  // namespace

std::expected<Expansion, ApiError> decode_expansion(const http::Parameters& query) {
    Expansion expansion;
    for (const std::string_view value : values_of(query.get("expand").value_or(""))) {
        if (value == "supportedContent")
            expansion.supported_content = true;
        else if (value == "messagingSetting")
            expansion.messaging_setting = true;
        else
            return std::unexpected(
                invalid_query_value(value, "expand", "supportedContent, messagingSetting"));
    }
    return expansion;
}

std::string encode_integrations(const ListingContext& context, const Page& page, const Expansion& expansion) {
    const auto& all = context.organisation.integrations;
    auto entities = encode_page(all, page, [&](const Integration& integration) {
        return messaging_integration(context, integration, expansion);
    });
    return encode_envelope(std::move(entities), all.size(), page, integrations_path);
}

std::string encode_open_integrations(const ListingContext& context, const Page& page,
                                     const Expansion& expansion) {
    const auto& all = context.organisation.integrations;
    auto entities = encode_page(all, page, [&](const Integration& integration) {
        return open_integration(context, integration, expansion);
    });
    return encode_envelope(std::move(entities), all.size(), page, open_integrations_path);
}

std::string encode_open_integration(const ListingContext& context, const Integration& integration,
                                    const Expansion& expansion) {
    return json::dump(open_integration(context, integration, expansion));
}

std::string encode_queues(const ListingContext& context, const Page& page, std::string_view name,
                          bool ascending) {
    std::vector<Queue> queues = context.organisation.queues;
    if (!name.empty())
        std::erase_if(queues,
                      [&](const Queue& queue) { return !http::equal_ignoring_case(queue.name, name); });
    std::ranges::sort(queues, [&](const Queue& left, const Queue& right) {
        return ascending ? left.name < right.name : right.name < left.name;
    });
    auto entities =
        encode_page(queues, page, [&](const Queue& queue) { return queue_entity(context, queue); });
    return encode_envelope(std::move(entities), queues.size(), page, queues_path);
}

std::string encode_organization(const Organisation& organisation) {
    return json::dump({{"id", organisation.id.text()},
                       {"name", organisation.name},
                       {"domain", organisation.domain},
                       {"version", 1},
                       {"state", "active"},
                       {"features", json::Ordered::object()},
                       {"productPlatform", "GenesysCloud"},
                       {"selfUri", "/api/v2/organizations/me"}});
}

std::string encode_token_owner(const Organisation& organisation, const Caller& caller) {
    const json::Ordered owner{{"id", organisation.id.text()}, {"name", organisation.name}};
    json::Ordered info{
        {"organization", owner}, {"homeOrganization", owner}, {"authorizedScope", json::Ordered::array()}};
    if (caller.client != nullptr)
        info["OAuthClient"] = {{"id", caller.client->id.text()},
                               {"name", caller.client->name},
                               {"authorizedGrantType", "CLIENT-CREDENTIALS"},
                               {"scope", json::Ordered::array()},
                               {"state", "active"},
                               {"organization", owner}};
    return json::dump(info);
}

}  // namespace mock
