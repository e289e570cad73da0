// Users: the directory, and who may be an agent.
#include <fmt/format.h>

#include <algorithm>

#include "mock-genesys/operations/resource.h"
#include "mock-genesys/operations/resources.h"
#include "mock-genesys/operations/user_view.h"

namespace mock {
namespace {

constexpr std::string_view users_path = "/api/v2/users";
constexpr std::string_view me_path = "/api/v2/users/me";
constexpr std::string_view user_path = "/api/v2/users/{userId}";

ApiError user_not_found() {
    return {404, "general.resource.not.found", "Unable to find a user with that userId."};
}

std::string email_of(const Workplace& at, const User& user) {
    return user.profile.email.empty() ? fmt::format("{}@{}", user.name, at.organisation.domain)
                                      : user.profile.email;
}

// What `expand` adds. What is not simulated of it is left out, as the vendor leaves out what there is none
// of.
Entity expanded(const Workplace& at, const Call& call, const User& user) {
    Entity entity = encode_user(at, user);
    for (const std::string& what : values_of(call.query, "expand")) {
        if (what == "routingStatus") entity.object("routingStatus", encode_routing_status(at, user));
        if (what == "presence") entity.object("presence", encode_presence(at, user));
    }
    return entity;
}

Outcome list_users(Workplace& at, const Call& call) {
    const auto state = call.query.get("state").value_or("active");
    std::vector<User> users;
    for (const User& user : at.organisation.users) {
        const bool is_wanted = state == "any" || (state == "active") == user.profile.is_active;
        if (is_wanted && is_chosen(call.query, user.id.text(), user.display_name)) users.push_back(user);
    }
    if (state == "deleted") users.clear();  // nobody is remembered who is deleted
    return list_page(call, users_path, users, [&](const User& user) { return expanded(at, call, user); });
}

Outcome read_user(Workplace& at, const Call& call) {
    const User* const user = find_by_id(at.organisation.users, call.parameter("userId"));
    return user == nullptr ? Outcome(refuse(user_not_found())) : ok(expanded(at, call, *user));
}

Outcome read_me(Workplace& at, const Call& call) { return ok(expanded(at, call, *call.caller.user)); }

// The control interface calls a user who was made here by the email address.
Outcome create_user(Workplace& at, const Call& call) {
    const Body body = Body::parse(call.request.body);
    User user;
    user.display_name = body.required_text("name");
    user.profile.email = body.required_text("email");
    const auto division = division_named_by(at, body.required_text("divisionId"));
    user.profile.title = body.text("title").value_or("");
    user.profile.department = body.text("department").value_or("");
    if (body.error()) return refuse(*body.error());
    if (!division) return refuse({400, "general.bad.request", "Bad user request"});
    user.name = user.profile.email;
    const auto has_email = [&](const User& other) { return email_of(at, other) == user.profile.email; };
    if (std::ranges::any_of(at.organisation.users, has_email)) return refuse(general_conflict());
    if (at.organisation.users.size() >= entities_max)
        return refuse({400, "general.bad.request", "Bad user request"});
    user.id = UserId(at.ids.uuid());
    user.stamp = new_stamp(call.now);
    at.organisation.users.push_back(user);
    at.platform.add_agent(user.name);
    return ok(encode_user(at, user));
}

// The body carries the version that it changes (API definition, UpdateUser).
Outcome change_user(Workplace& at, const Call& call) {
    User* const user = find_by_id(at.organisation.users, call.parameter("userId"));
    if (user == nullptr) return refuse(user_not_found());
    const Body body = Body::parse(call.request.body);
    const auto version = body.number("version");
    const auto name = body.text("name");
    const auto title = body.text("title");
    const auto department = body.text("department");
    const auto state = body.text("state");
    if (body.error()) return refuse(*body.error());
    if (!version) return refuse(schema_violation("should have required property 'version'"));
    if (*version != user->stamp.version)
        return refuse(
            {409, "general.conflict", "The version supplied does not match the current version of the user"});
    if (name) user->display_name = *name;
    if (title) user->profile.title = *title;
    if (department) user->profile.department = *department;
    if (state) user->profile.is_active = *state == "active";
    if (!user->profile.is_active) at.tokens.revoke_user(user->name);
    touch(user->stamp, call.now);
    return ok(encode_user(at, *user));
}

// Not while a conversation is on the user's desk.
Outcome delete_user(Workplace& at, const Call& call) {
    const User* const user = find_by_id(at.organisation.users, call.parameter("userId"));
    if (user == nullptr) return refuse(user_not_found());
    const Desk* const desk = at.platform.find_desk(user->name);
    const auto is_open = [](const DeskEntry& entry) { return entry.state != DeskState::Disconnected; };
    if (desk != nullptr && std::ranges::any_of(desk->entries, is_open))
        return refuse({400, "general.conflict", "Conflict deleting specified userId."});
    const std::string name = user->name;
    at.platform.set_on_queue(name, false, call.now);
    for (Queue& queue : at.organisation.queues)
        if (std::erase(queue.members, name) > 0)
            at.platform.set_queue_members(queue.name, queue.members, call.now);
    at.tokens.revoke_user(name);
    remove_by_id(at.organisation.users, call.parameter("userId"));
    at.access.forget();
    return ok(Entity());
}

}  // namespace

Entity encode_user(const Workplace& at, const User& user) {
    const std::string email = email_of(at, user);
    Entity entity;
    entity.text("id", user.id.text()).text("name", user.display_name);
    add_division(entity, at, home_division);
    entity.object("chat",
                  Entity().text("jabberId", fmt::format("{}@{}", user.id.text(), at.organisation.domain)));
    entity.text_if_any("department", user.profile.department).text("email", email);
    entity.list("primaryContactInfo",
                {Entity().text("address", email).text("mediaType", "EMAIL").text("type", "PRIMARY")});
    entity.list("addresses", {}).text("state", user.profile.is_active ? "active" : "inactive");
    entity.text_if_any("title", user.profile.title);
    return entity.text("username", email)
        .number("version", user.stamp.version)
        .flag("acdAutoAnswer", false)
        .text("selfUri", fmt::format("{}/{}", users_path, user.id.text()));
}

std::vector<OperationEntry> user_operations() {
    using enum Operation;
    using enum CallerContext;
    return {
        {OfAResource, "GET", users_path, {}, Anyone, list_users},
        {OfAResource, "POST", users_path, any_of({"directory:user:add"}), Anyone, create_user},
        {OfAResource, "GET", me_path, {}, UserOnly, read_me},
        {OfAResource, "GET", user_path, {}, Anyone, read_user},
        {OfAResource, "PATCH", user_path,
         any_of({"admin", "directory:user:edit", "directory:organization:admin"}), Anyone, change_user},
        {OfAResource, "DELETE", user_path,
         any_of({"admin", "directory:user:delete", "directory:organization:admin"}), Anyone, delete_user}};
}

}  // namespace mock
