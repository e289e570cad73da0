// OAuth clients. The secret is shown when it is made and never again.
#include <fmt/format.h>

#include <algorithm>

#include "mock-genesys/operations/resource.h"
#include "mock-genesys/operations/resources.h"

namespace mock {
namespace {

constexpr std::string_view clients_path = "/api/v2/oauth/clients";
constexpr std::string_view client_path = "/api/v2/oauth/clients/{clientId}";
constexpr std::string_view secret_path = "/api/v2/oauth/clients/{clientId}/secret";
constexpr std::size_t secret_characters = 43;  // length is not documented
constexpr std::string_view grant_types[] = {"CODE", "TOKEN", "SAML2-BEARER", "PASSWORD",
                                            "CLIENT-CREDENTIALS"};
constexpr std::string_view client_credentials = "CLIENT-CREDENTIALS";

enum class Secret { Hidden, Shown };

Entity encode(const Workplace& at, const OAuthClient& client, Secret secret) {
    const Division& home = at.organisation.divisions.front();
    std::vector<std::string> role_ids;
    std::vector<Entity> role_divisions;
    for (const std::string& name : client.roles) {
        const Role* const role = find_by_name(at.organisation.roles, name);
        if (role == nullptr) continue;
        role_ids.push_back(role->id.text());
        role_divisions.push_back(Entity().text("roleId", role->id.text()).text("divisionId", home.id.text()));
    }
    Entity entity;
    entity.text("id", client.id.text())
        .text("name", client.name)
        .number("accessTokenValiditySeconds", client.token_validity.count())
        .text("description", client.description)
        .texts("registeredRedirectUri", {});
    if (secret == Secret::Shown) entity.text("secret", client.secret);
    entity.texts("roleIds", role_ids);
    add_dates(entity, at, client.stamp);
    return entity.text("authorizedGrantType", client_credentials)
        .texts("scope", {})
        .list("roleDivisions", role_divisions)
        .text("state", client.is_active ? "active" : "inactive")
        .text("selfUri", fmt::format("{}/{}", clients_path, client.id.text()));
}

ApiError client_not_found() { return {404, "client.not.found", "Client was not found."}; }

// The names of the roles that roleIds and roleDivisions name.
std::vector<std::string> decode_roles(const Workplace& at, const Body& body) {
    std::vector<std::string> ids = body.texts("roleIds").value_or(std::vector<std::string>{});
    for (const Body& granted : body.list("roleDivisions").value_or(std::vector<Body>{}))
        ids.push_back(granted.required_text("roleId"));
    std::vector<std::string> names;
    for (const std::string& id : ids) {
        const Role* const role = find_by_id(at.organisation.roles, id);
        if (role == nullptr)
            body.fail({400, "bad.client.role", "Client role is invalid."});
        else if (std::ranges::find(names, role->name) == names.end())
            names.push_back(role->name);
    }
    if (names.empty()) body.fail({400, "missing.client.roles", "Client roles and divisions are missing."});
    return names;
}

void decode_grant_type(const Body& body) {
    const auto type = body.text("authorizedGrantType");
    if (!type) return body.fail({400, "grant.type.required", "Grant type is required."});
    if (std::ranges::find(grant_types, *type) == std::end(grant_types))
        return body.fail({400, "bad.grant.type", "Invalid grant type."});
    if (*type != client_credentials) body.fail(not_simulated("the grant type", *type));
}

void decode_into(OAuthClient& client, const Workplace& at, const Body& body) {
    client.name = body.required_text("name");
    decode_grant_type(body);
    client.description = body.text("description").value_or(client.description);
    client.roles = decode_roles(at, body);
    const std::chrono::seconds validity(
        body.number("accessTokenValiditySeconds").value_or(client.token_validity.count()));
    if (validity < token_validity_min || validity > token_validity_max)
        body.fail({400, "constraint.validation",
                   fmt::format("accessTokenValiditySeconds must be from {} to {}", token_validity_min.count(),
                               token_validity_max.count())});
    client.token_validity = validity;
    const auto state = body.text("state");
    if (state && *state != "active" && *state != "inactive" && *state != "disabled")
        body.fail(invalid_value(*state, "OAuthClientState", "active, disabled, inactive"));
    if (state) client.is_active = *state == "active";
}

Outcome list_clients(Workplace& at, const Call& call) {
    return list_page(call, clients_path, at.organisation.oauth_clients,
                     [&](const OAuthClient& client) { return encode(at, client, Secret::Hidden); });
}

Outcome create_client(Workplace& at, const Call& call) {
    const Body body = Body::parse(call.request.body);
    OAuthClient client;
    decode_into(client, at, body);
    if (body.error()) return refuse(*body.error());
    if (!client.is_active)
        return refuse({400, "bad.client.state", "New clients can only have an active state"});
    auto& clients = at.organisation.oauth_clients;
    if (clients.size() >= entities_max)
        return refuse({400, "auth.too.many.clients", "Too many clients exist in this organization."});
    client.id = ClientId(at.ids.uuid());
    client.secret = at.ids.token(secret_characters);
    client.stamp = new_stamp(call.now);
    clients.push_back(client);
    return ok(encode(at, client, Secret::Shown));
}

Outcome read_client(Workplace& at, const Call& call) {
    const OAuthClient* const client = find_by_id(at.organisation.oauth_clients, call.parameter("clientId"));
    return client == nullptr ? Outcome(refuse(client_not_found())) : ok(encode(at, *client, Secret::Hidden));
}

Outcome change_client(Workplace& at, const Call& call) {
    OAuthClient* const client = find_by_id(at.organisation.oauth_clients, call.parameter("clientId"));
    if (client == nullptr) return refuse(client_not_found());
    const Body body = Body::parse(call.request.body);
    OAuthClient changed = *client;
    decode_into(changed, at, body);
    if (body.error()) return refuse(*body.error());
    touch(changed.stamp, call.now);
    if (!changed.is_active) at.tokens.revoke_client(client->id);
    *client = changed;
    at.access.forget();
    return ok(encode(at, changed, Secret::Hidden));
}

Outcome delete_client(Workplace& at, const Call& call) {
    const OAuthClient* const client = find_by_id(at.organisation.oauth_clients, call.parameter("clientId"));
    if (client == nullptr) return refuse(client_not_found());
    if (client->is_active)
        return refuse(
            {400, "cannot.delete.client", "Clients must be marked as inactive to be eligible for deletion."});
    at.tokens.revoke_client(client->id);
    remove_by_id(at.organisation.oauth_clients, call.parameter("clientId"));
    at.access.forget();
    return done(204);
}

// The old secret ends at once; tokens that it has bought stay valid.
Outcome renew_secret(Workplace& at, const Call& call) {
    OAuthClient* const client = find_by_id(at.organisation.oauth_clients, call.parameter("clientId"));
    if (client == nullptr) return refuse(not_found());
    client->secret = at.ids.token(secret_characters);
    touch(client->stamp, call.now);
    return ok(encode(at, *client, Secret::Shown));
}

}  // namespace

std::vector<OperationEntry> oauth_client_operations() {
    using enum Operation;
    using enum CallerContext;
    const Requirement view = any_of({"oauth:client:view"});
    const Requirement edit = any_of({"oauth:client:edit"});
    return {{OfAResource, "GET", clients_path, view, Anyone, list_clients},
            {OfAResource, "POST", clients_path, any_of({"oauth:client:add"}), Anyone, create_client},
            {OfAResource, "GET", client_path, view, Anyone, read_client},
            {OfAResource, "PUT", client_path, edit, Anyone, change_client},
            {OfAResource, "DELETE", client_path, any_of({"oauth:client:delete"}), Anyone, delete_client},
            {OfAResource, "POST", secret_path, edit, Anyone, renew_secret}};
}

}  // namespace mock
