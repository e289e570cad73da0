// Message routing: which flow the address of an integration is bound to.
#include <fmt/format.h>

#include <algorithm>

#include "mock-genesys/operations/flow_view.h"
#include "mock-genesys/operations/resource.h"
#include "mock-genesys/operations/resources.h"

namespace mock {
namespace {

constexpr std::string_view recipients_path = "/api/v2/routing/message/recipients";
constexpr std::string_view recipient_path = "/api/v2/routing/message/recipients/{recipientId}";

const MessageRoute* route_of(const Organisation& organisation, const std::string& integration) {
    const auto& routes = organisation.message_routing;
    const auto route = std::ranges::find_if(routes, [&](const MessageRoute& candidate) {
        return std::ranges::find(candidate.addresses, integration) != candidate.addresses.end();
    });
    return route == routes.end() ? nullptr : &*route;
}

Entity encode(const Workplace& at, const Integration& integration) {
    Entity entity;
    entity.text("id", integration.recipient.text()).text("name", integration.name);
    const MessageRoute* const route = route_of(at.organisation, integration.name);
    const Flow* const flow = route == nullptr ? nullptr : find_by_name(at.organisation.flows, route->flow);
    if (flow != nullptr) entity.object("flow", encode_flow_reference(*flow));
    add_dates(entity, at, integration.stamp);
    return entity.text("messengerType", "open")
        .text("selfUri", fmt::format("{}/{}", recipients_path, integration.recipient.text()));
}

Outcome list_recipients(Workplace& at, const Call& call) {
    const auto type = call.query.get("messengerType").value_or("open");
    const auto name = call.query.get("name").value_or("");
    std::vector<Integration> integrations;
    for (const Integration& integration : at.organisation.integrations)
        if (type == "open" && (name.empty() || matches_name(integration.name, name)))
            integrations.push_back(integration);
    return list_page(call, recipients_path, integrations,
                     [&](const Integration& integration) { return encode(at, integration); });
}

const Integration* find_recipient(const Workplace& at, const Call& call) {
    const auto& integrations = at.organisation.integrations;
    const RecipientId id(call.parameter("recipientId"));
    const auto found = std::ranges::find(integrations, id, &Integration::recipient);
    return found == integrations.end() ? nullptr : &*found;
}

Outcome read_recipient(Workplace& at, const Call& call) {
    const Integration* const integration = find_recipient(at, call);
    return integration == nullptr ? Outcome(refuse(not_found())) : ok(encode(at, *integration));
}

void bind(Organisation& organisation, const std::string& integration, const Flow* flow) {
    for (MessageRoute& route : organisation.message_routing) std::erase(route.addresses, integration);
    std::erase_if(organisation.message_routing,
                  [](const MessageRoute& route) { return route.addresses.empty(); });
    if (flow != nullptr) organisation.message_routing.push_back({flow->name, {integration}});
}

// A body without a flow takes the binding away. Conversations that are under way keep going.
Outcome change_recipient(Workplace& at, const Call& call) {
    const Integration* const integration = find_recipient(at, call);
    if (integration == nullptr) return refuse(not_found());
    const Body body = Body::parse(call.request.body);
    const auto flow_id = body.reference("flow");
    if (body.error()) return refuse(*body.error());
    const Flow* const flow = flow_id ? find_by_id(at.organisation.flows, *flow_id) : nullptr;
    if (flow_id && flow == nullptr) return refuse({400, "invalid.flow", "The flow was invalid."});
    bind(at.organisation, integration->name, flow);
    return ok(encode(at, *integration));
}

}  // namespace

std::vector<OperationEntry> recipient_operations() {
    using enum Operation;
    using enum CallerContext;
    const Requirement manage = all_of({"routing:message:manage"});
    return {{OfAResource, "GET", recipients_path, manage, Anyone, list_recipients},
            {OfAResource, "GET", recipient_path, manage, Anyone, read_recipient},
            {OfAResource, "PUT", recipient_path, manage, Anyone, change_recipient}};
}

}  // namespace mock
