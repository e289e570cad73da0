// Roles: named sets of permissions, held by OAuth clients and users.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "mock-genesys/api/standard_errors.h"
#include "mock-genesys/operations/resource.h"
#include "mock-genesys/operations/resources.h"

namespace mock {
namespace {

constexpr std::string_view roles_path = "/api/v2/authorization/roles";
constexpr std::string_view role_path = "/api/v2/authorization/roles/{roleId}";
constexpr std::string_view users_path = "/api/v2/authorization/roles/{roleId}/users";
constexpr std::string_view add_path = "/api/v2/authorization/roles/{roleId}/users/add";
constexpr std::string_view remove_path = "/api/v2/authorization/roles/{roleId}/users/remove";

// "domain:entity:action" as the policy of one action.
Entity policy_of(std::string_view permission) {
    const auto first = permission.find(':');
    const auto second = permission.find(':', first + 1);
    return Entity()
        .text("domain", permission.substr(0, first))
        .text("entityName", permission.substr(first + 1, second - first - 1))
        .texts("actionSet", {std::string(permission.substr(second + 1))})
        .flag("allowConditions", false);
}

Entity encode(const Workplace& at, const Role& role) {
    std::vector<Entity> policies;
    for (const std::string& permission : std::set(role.permissions.begin(), role.permissions.end()))
        policies.push_back(policy_of(permission));
    const auto holds = [&](const User& user) {
        return std::ranges::find(user.roles, role.name) != user.roles.end();
    };
    return Entity()
        .text("id", role.id.text())
        .text("name", role.name)
        .text("description", role.description)
        .texts("permissions", {})
        .list("permissionPolicies", policies)
        .number("userCount", std::ranges::count_if(at.organisation.users, holds))
        .flag("base", false)
        .flag("default", false)
        .text("selfUri", fmt::format("{}/{}", roles_path, role.id.text()));
}

Outcome list_roles(Workplace& at, const Call& call) {
    return list_page(call, roles_path, chosen(call, at.organisation.roles),
                     [&](const Role& role) { return encode(at, role); });
}

// permissionPolicies as permissions; nullopt if there are none in the body.
std::optional<std::vector<std::string>> decode_policies(const Body& body) {
    const auto policies = body.list("permissionPolicies");
    if (!policies) return std::nullopt;
    std::vector<std::string> permissions;
    for (const Body& policy : *policies) {
        const std::string domain = policy.required_text("domain");
        const std::string entity = policy.required_text("entityName");
        for (const std::string& action : policy.texts("actionSet").value_or(std::vector<std::string>{})) {
            const std::string permission = canonical_permission(domain + ":" + entity + ":" + action);
            if (is_permission(permission))
                permissions.push_back(permission);
            else
                policy.fail({400, "general.bad.request", "The request is badly formed."});
        }
    }
    return permissions;
}

Outcome create_role(Workplace& at, const Call& call) {
    const Body body = Body::parse(call.request.body);
    Role role;
    role.name = body.required_text("name");
    role.description = body.text("description").value_or("");
    role.permissions = decode_policies(body).value_or(std::vector<std::string>{});
    if (body.error()) return refuse(*body.error());
    auto& roles = at.organisation.roles;
    if (is_taken(roles, role.name))
        return refuse({400, "general.bad.request", "The request is badly formed."});
    if (roles.size() >= entities_max)
        return refuse(
            {400, "max.roles.exceeded", "Cannot create role because maximum number of role is exceeded."});
    role.id = RoleId(at.ids.uuid());
    roles.push_back(role);
    return ok(encode(at, role));
}

Outcome read_role(Workplace& at, const Call& call) {
    const Role* const role = find_by_id(at.organisation.roles, call.parameter("roleId"));
    return role == nullptr ? Outcome(refuse(not_found())) : ok(encode(at, *role));
}

void rename_references(Organisation& organisation, const std::string& from, const std::string& to) {
    for (OAuthClient& client : organisation.oauth_clients) std::ranges::replace(client.roles, from, to);
    for (User& user : organisation.users) std::ranges::replace(user.roles, from, to);
}

// PUT and PATCH: what the body does not have stays as it is.
Outcome change_role(Workplace& at, const Call& call) {
    Role* const role = find_by_id(at.organisation.roles, call.parameter("roleId"));
    if (role == nullptr) return refuse(not_found());
    const Body body = Body::parse(call.request.body);
    const std::string name =
        call.request.method == "PUT" ? body.required_text("name") : body.text("name").value_or(role->name);
    const auto description = body.text("description");
    auto permissions = decode_policies(body);
    if (body.error()) return refuse(*body.error());
    if (is_taken(at.organisation.roles, name, role)) return refuse(standard_error(409));
    rename_references(at.organisation, role->name, name);
    role->name = name;
    if (description) role->description = *description;
    if (permissions) role->permissions = *std::move(permissions);
    at.access.forget();
    return ok(encode(at, *role));
}

Outcome delete_role(Workplace& at, const Call& call) {
    const Role* const role = find_by_id(at.organisation.roles, call.parameter("roleId"));
    if (role == nullptr) return refuse(not_found());
    for (OAuthClient& client : at.organisation.oauth_clients) std::erase(client.roles, role->name);
    for (User& user : at.organisation.users) std::erase(user.roles, role->name);
    remove_by_id(at.organisation.roles, call.parameter("roleId"));
    at.access.forget();
    return done(200);
}

Outcome list_users(Workplace& at, const Call& call) {
    const Role* const role = find_by_id(at.organisation.roles, call.parameter("roleId"));
    if (role == nullptr) return refuse(not_found());
    const auto page = decode_page(call.query);
    if (!page) return refuse(page.error());
    std::vector<Entity> users;
    for (const User& user : at.organisation.users)
        if (std::ranges::find(user.roles, role->name) != user.roles.end())
            users.push_back(reference(user.id.text(), "/api/v2/users"));
    const std::size_t total = users.size();
    const std::size_t first = std::min(page->first(), total);
    const std::size_t last = std::min(first + page->size, total);
    const auto at_index = [&](std::size_t index) {
        return users.begin() + static_cast<std::ptrdiff_t>(index);
    };
    return ok(Entity()
                  .list("entities", {at_index(first), at_index(last)})
                  .number("pageSize", static_cast<std::int64_t>(page->size))
                  .number("pageNumber", static_cast<std::int64_t>(page->number))
                  .number("total", static_cast<std::int64_t>(total))
                  .number("pageCount", static_cast<std::int64_t>(page->count_for(total))));
}

enum class Holding { Given, Taken };

// The body lists ids of users; the answer is what was asked for, once all of them are known.
Outcome change_holders(Holding holding, Workplace& at, const Call& call) {
    const Role* const role = find_by_id(at.organisation.roles, call.parameter("roleId"));
    if (role == nullptr) return refuse(not_found());
    const auto ids = Body::parse_texts(call.request.body);
    if (!ids) return refuse(ids.error());
    std::vector<User*> users;
    for (const std::string& id : *ids) users.push_back(find_by_id(at.organisation.users, id));
    if (std::ranges::find(users, nullptr) != users.end()) return refuse(not_found());
    for (User* const user : users) {
        std::erase(user->roles, role->name);
        if (holding == Holding::Given) user->roles.push_back(role->name);
    }
    at.access.forget();
    return Reply{200, dump_texts(*ids)};
}

Outcome add_users(Workplace& at, const Call& call) { return change_holders(Holding::Given, at, call); }
Outcome remove_users(Workplace& at, const Call& call) { return change_holders(Holding::Taken, at, call); }

}  // namespace

std::vector<OperationEntry> role_operations() {
    using enum Operation;
    using enum CallerContext;
    const Requirement view = any_of({"authorization:role:view"});
    const Requirement edit = any_of({"authorization:role:edit"});
    return {{OfAResource, "GET", roles_path, view, Anyone, list_roles},
            {OfAResource, "POST", roles_path, any_of({"authorization:role:add"}), Anyone, create_role},
            {OfAResource, "GET", role_path, view, Anyone, read_role},
            {OfAResource, "PUT", role_path, edit, Anyone, change_role},
            {OfAResource, "PATCH", role_path, edit, Anyone, change_role},
            {OfAResource, "DELETE", role_path, any_of({"authorization:role:delete"}), Anyone, delete_role},
            {OfAResource, "GET", users_path, {}, Anyone, list_users},
            {OfAResource, "PUT", add_path, any_of({"authorization:grant:add"}), Anyone, add_users},
            {OfAResource, "PUT", remove_path, any_of({"authorization:grant:delete"}), Anyone, remove_users}};
}

}  // namespace mock
