// Divisions: Home is always there; another one can go once nothing belongs to it.
#include <fmt/format.h>

#include <algorithm>

#include "mock-genesys/operations/resource.h"
#include "mock-genesys/operations/resources.h"

namespace mock {
namespace {

constexpr std::string_view divisions_path = "/api/v2/authorization/divisions";
constexpr std::string_view home_path = "/api/v2/authorization/divisions/home";
constexpr std::string_view limit_path = "/api/v2/authorization/divisions/limit";
constexpr std::string_view query_path = "/api/v2/authorization/divisions/query";
constexpr std::string_view division_path = "/api/v2/authorization/divisions/{divisionId}";
constexpr std::size_t divisions_max = 70;  // assumed; the vendor's default limit is not in the definition
constexpr std::size_t name_characters_max = 256;  // assumed alike

Entity encode(const Division& division) {
    return Entity()
        .text("id", division.id.text())
        .text("name", division.name)
        .text("description", division.description)
        .flag("homeDivision", division.name == home_division)
        .text("selfUri", fmt::format("{}/{}", divisions_path, division.id.text()));
}

Outcome list_divisions(Workplace& at, const Call& call) {
    return list_page(call, divisions_path, chosen(call, at.organisation.divisions), encode);
}

Outcome read_home(Workplace& at, const Call&) {
    return ok(encode(*find_by_name(at.organisation.divisions, home_division)));
}

Outcome read_limit(Workplace&, const Call&) { return Reply{200, fmt::format("{}", divisions_max)}; }

// All of them on one page: the cursor never has to be followed.
Outcome query_divisions(Workplace& at, const Call& call) {
    if (call.query.get("before") && call.query.get("after"))
        return refuse({400, "both.after.and.before.provided",
                       "Can not provide both after and before key in the same request."});
    std::vector<Entity> entities;
    for (const Division& division : chosen(call, at.organisation.divisions))
        entities.push_back(encode(division));
    return ok(Entity().list("entities", entities).text("selfUri", query_path));
}

struct Change {
    std::optional<std::string> name;
    std::optional<std::string> description;
};
std::expected<Change, ApiError> decode(const Call& call) {
    const Body body = Body::parse(call.request.body);
    Change change{body.text("name"), body.text("description")};
    if (body.error()) return std::unexpected(*body.error());
    const std::string name = change.name.value_or("x");
    if (name.find_first_not_of(' ') == std::string::npos)
        return std::unexpected(
            ApiError{400, "division.name.invalid", "The requested division name is invalid."});
    if (name.size() > name_characters_max)
        return std::unexpected(ApiError{400, "max.length.exceeded",
                                        "One or more attributes is longer than the maximum length allowed."});
    return change;
}

Outcome create_division(Workplace& at, const Call& call) {
    const auto change = decode(call);
    if (!change) return refuse(change.error());
    if (!change->name)
        return refuse({400, "division.name.invalid", "The requested division name is invalid."});
    auto& divisions = at.organisation.divisions;
    if (is_taken(divisions, *change->name))
        return refuse({409, "resource.already.exists", "A resource with that name already exists."});
    if (divisions.size() >= divisions_max)
        return refuse({400, "max.scopes.exceeded", "Maximum number of divisions is exceeded."});
    divisions.push_back({DivisionId(at.ids.uuid()), *change->name, change->description.value_or("")});
    return ok(encode(divisions.back()));
}

Outcome read_division(Workplace& at, const Call& call) {
    const Division* const division = find_by_id(at.organisation.divisions, call.parameter("divisionId"));
    return division == nullptr ? Outcome(refuse(not_found())) : ok(encode(*division));
}

void rename_references(Organisation& organisation, const std::string& from, const std::string& to) {
    for (Queue& queue : organisation.queues)
        if (queue.division == from) queue.division = to;
    for (Flow& flow : organisation.flows)
        if (flow.division == from) flow.division = to;
    for (WrapUpCode& code : organisation.wrap_up_codes)
        if (code.division == from) code.division = to;
}

// Home keeps its name: the mock knows it by that (whether the vendor lets it be renamed is unknown).
Outcome change_division(Workplace& at, const Call& call) {
    Division* const division = find_by_id(at.organisation.divisions, call.parameter("divisionId"));
    if (division == nullptr) return refuse(not_found());
    const auto change = decode(call);
    if (!change) return refuse(change.error());
    const std::string name = change->name.value_or(division->name);
    const bool renames_home = division->name == home_division && name != home_division;
    if (renames_home || is_taken(at.organisation.divisions, name, division))
        return refuse({400, "division.name.invalid", "The requested division name is invalid."});
    rename_references(at.organisation, division->name, name);
    division->name = name;
    if (change->description) division->description = *change->description;
    return ok(encode(*division));
}

bool is_in_use(const Organisation& organisation, const std::string& name) {
    const auto belongs = [&](const auto& entity) { return entity.division == name; };
    return std::ranges::any_of(organisation.queues, belongs) ||
           std::ranges::any_of(organisation.flows, belongs) ||
           std::ranges::any_of(organisation.wrap_up_codes, belongs);
}

Outcome delete_division(Workplace& at, const Call& call) {
    const Division* const division = find_by_id(at.organisation.divisions, call.parameter("divisionId"));
    if (division == nullptr) return refuse(not_found());
    if (call.query.get("force")) return refuse(not_simulated("the query parameter", "force"));
    if (division->name == home_division || is_in_use(at.organisation, division->name))
        return refuse({400, "precondition.failure", "One or more preconditions was not met."});
    remove_by_id(at.organisation.divisions, call.parameter("divisionId"));
    return done(204);
}

}  // namespace

std::vector<OperationEntry> division_operations() {
    using enum Operation;
    using enum CallerContext;
    return {
        {OfAResource, "GET", divisions_path, {}, Anyone, list_divisions},
        {OfAResource, "POST", divisions_path,
         all_of({"authorization:division:add", "authorization:grant:add"}), Anyone, create_division},
        {OfAResource, "GET", home_path, {}, Anyone, read_home},
        {OfAResource, "GET", limit_path, {}, Anyone, read_limit},
        {OfAResource, "GET", query_path, {}, Anyone, query_divisions},
        {OfAResource, "GET", division_path, {}, Anyone, read_division},
        {OfAResource, "PUT", division_path, any_of({"authorization:division:edit"}), Anyone, change_division},
        {OfAResource, "DELETE", division_path, any_of({"authorization:division:delete"}), Anyone,
         delete_division}};
}

}  // namespace mock
