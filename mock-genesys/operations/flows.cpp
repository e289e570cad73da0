// Inbound message flows, for reading: they are made in the organisation file.
#include <fmt/format.h>

#include "mock-genesys/operations/flow_view.h"
#include "mock-genesys/operations/resource.h"
#include "mock-genesys/operations/resources.h"

namespace mock {
namespace {

constexpr std::string_view flows_path = "/api/v2/flows";
constexpr std::string_view flow_path = "/api/v2/flows/{flowId}";
constexpr std::string_view views_path = "/api/v2/flows/divisionviews";
constexpr std::string_view lookup_path = "/api/v2/flows/lookup";
constexpr std::string_view versions_path = "/api/v2/flows/{flowId}/versions";
constexpr std::string_view version_path = "/api/v2/flows/{flowId}/versions/{versionId}";
constexpr std::string_view only_type = "inboundshortmessage";
constexpr std::string_view only_version = "1.0";

ApiError flow_not_found() {
    return {404, "architect.flow.not.found", "Could not find flow with specified ID."};
}

Entity version_of(const Workplace& at, const Flow& flow) {
    const auto made = at.since.time_since_epoch().count();  // milliseconds
    return Entity()
        .text("id", only_version)
        .text("name", only_version)
        .text("commitVersion", only_version)
        .text("configurationVersion", only_version)
        .text("type", flow.published ? "PUBLISH" : "SAVE")
        .number("dateCreated", made)
        .number("dateSaved", made)
        .text("selfUri", fmt::format("{}/{}/versions/{}", flows_path, flow.id.text(), only_version));
}

Entity encode(const Workplace& at, const Flow& flow) {
    Entity entity;
    entity.text("id", flow.id.text()).text("name", flow.name);
    add_division(entity, at, flow.division);
    entity.text("type", "INBOUNDSHORTMESSAGE")
        .flag("active", true)
        .flag("system", false)
        .flag("deleted", false);
    if (flow.published) entity.object("publishedVersion", version_of(at, flow));
    return entity.object("savedVersion", version_of(at, flow))
        .object("checkedInVersion", version_of(at, flow))
        .text("selfUri", fmt::format("{}/{}", flows_path, flow.id.text()));
}

Entity encode_view(const Workplace& at, const Flow& flow) {
    Entity entity;
    entity.text("id", flow.id.text()).text("name", flow.name);
    add_division(entity, at, flow.division);
    entity.text("type", "INBOUNDSHORTMESSAGE");
    if (flow.published) entity.object("publishedVersion", version_of(at, flow));
    return entity.text("selfUri", fmt::format("{}/{}", flows_path, flow.id.text()));
}

// There are flows of one type only; a listing of others is empty.
std::vector<Flow> listed(const Workplace& at, const Call& call) {
    const std::vector<std::string> types = values_of(call.query, "type");
    const bool is_wanted = types.empty() || std::ranges::any_of(types, [](const std::string& type) {
                               return http::equal_ignoring_case(type, only_type);
                           });
    return is_wanted ? chosen(call, at.organisation.flows) : std::vector<Flow>{};
}

std::optional<ApiError> refuse_filters(const Call& call) {
    for (const std::string_view filter :
         {"description", "nameOrDescription", "publishVersionId", "editableBy", "lockedBy",
          "lockedByClientId", "secure", "publishedAfter", "publishedBefore", "divisionId",
          "virtualAgentEnabled"})
        if (call.query.get(filter)) return not_simulated("the query parameter", filter);
    return std::nullopt;
}

Outcome list_flows(Workplace& at, const Call& call) {
    if (auto refused = refuse_filters(call)) return refuse(*std::move(refused));
    return list_page(call, flows_path, listed(at, call), [&](const Flow& flow) { return encode(at, flow); });
}

Outcome list_views(Workplace& at, const Call& call) {
    if (auto refused = refuse_filters(call)) return refuse(*std::move(refused));
    return list_page(call, views_path, listed(at, call),
                     [&](const Flow& flow) { return encode_view(at, flow); });
}

Outcome look_up_flows(Workplace& at, const Call& call) {
    if (values_of(call.query, "id").empty())
        return refuse(
            {400, "architect.query.parameter.missing", "A required query parameter is missing or empty."});
    return list_page(call, lookup_path, chosen(call, at.organisation.flows),
                     [&](const Flow& flow) { return encode(at, flow); });
}

const Flow* find_flow_of(const Workplace& at, const Call& call) {
    return find_by_id(at.organisation.flows, call.parameter("flowId"));
}

Outcome read_flow(Workplace& at, const Call& call) {
    const Flow* const flow = find_flow_of(at, call);
    return flow == nullptr ? Outcome(refuse(flow_not_found())) : ok(encode(at, *flow));
}

Outcome list_versions(Workplace& at, const Call& call) {
    const Flow* const flow = find_flow_of(at, call);
    if (flow == nullptr) return refuse(flow_not_found());
    return list_page(call, fmt::format("{}/{}/versions", flows_path, flow->id.text()),
                     std::vector<Flow>{*flow}, [&](const Flow& only) { return version_of(at, only); });
}

Outcome read_version(Workplace& at, const Call& call) {
    const Flow* const flow = find_flow_of(at, call);
    if (flow == nullptr) return refuse(flow_not_found());
    if (call.parameter("versionId") != only_version)
        return refuse({404, "architect.flow.version.missing", "Specified flow version is missing."});
    return ok(version_of(at, *flow));
}

}  // namespace

Entity encode_flow_reference(const Flow& flow) {
    return Entity()
        .text("id", flow.id.text())
        .text("name", flow.name)
        .text("type", "INBOUNDSHORTMESSAGE")
        .flag("active", true)
        .flag("system", false)
        .flag("deleted", false)
        .text("selfUri", fmt::format("{}/{}", flows_path, flow.id.text()));
}

std::vector<OperationEntry> flow_operations() {
    using enum Operation;
    using enum CallerContext;
    const Requirement view = any_of({"architect:flow:view"});
    return {{OfAResource, "GET", flows_path, view, Anyone, list_flows},
            {OfAResource, "GET", views_path, all_of({"architect:flow:search"}), Anyone, list_views},
            {OfAResource, "GET", lookup_path, view, Anyone, look_up_flows},
            {OfAResource, "GET", flow_path, view, Anyone, read_flow},
            {OfAResource, "GET", versions_path, view, Anyone, list_versions},
            {OfAResource, "GET", version_path, view, Anyone, read_version}};
}

}  // namespace mock
