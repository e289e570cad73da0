// What routing knows of a user: on queue or not, presence, skills and languages.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "mock-genesys/operations/resource.h"
#include "mock-genesys/operations/resources.h"
#include "mock-genesys/operations/user_view.h"

namespace mock {
namespace {

constexpr std::string_view status_path = "/api/v2/users/{userId}/routingstatus";
constexpr std::string_view presence_path = "/api/v2/users/{userId}/presences/purecloud";
constexpr std::string_view skills_path = "/api/v2/users/{userId}/routingskills";
constexpr std::string_view skill_path = "/api/v2/users/{userId}/routingskills/{skillId}";
constexpr std::string_view skills_bulk_path = "/api/v2/users/{userId}/routingskills/bulk";
constexpr std::string_view languages_path = "/api/v2/users/{userId}/routinglanguages";
constexpr std::string_view language_path = "/api/v2/users/{userId}/routinglanguages/{languageId}";
constexpr std::string_view languages_bulk_path = "/api/v2/users/{userId}/routinglanguages/bulk";
constexpr double proficiency_max = 5;

// System presences of every organisation. The ids of the real ones differ between organisations: these are
// ours.
struct SystemPresence {
    std::string_view id;
    std::string_view name;
};
constexpr std::array system_presences{SystemPresence{"6a3af858-942f-489d-9700-5f9bcdcdae9b", "Available"},
                                      SystemPresence{"5e5c5c66-ea97-4e7f-ac41-6424784829f2", "Away"},
                                      SystemPresence{"31fe3bac-dea6-44b7-bed7-47f91660a1a0", "Busy"},
                                      SystemPresence{"3fd96123-badb-4f69-bc03-1b1ccc6d8014", "Break"},
                                      SystemPresence{"227b37e2-f1d0-4dd0-8f50-badd7cf6d158", "Meal"},
                                      SystemPresence{"f7dc94cb-0f91-4d3f-8e51-1f4f1a2a5a5b", "Meeting"},
                                      SystemPresence{"a1e1f2ad-35b0-4a4c-93a0-a5d7f2b84ea8", "Training"},
                                      SystemPresence{"e08eaf1b-ee47-4fa9-a231-1200e284798f", "On Queue"},
                                      SystemPresence{"ccf3c10a-aa2c-4845-8e8d-f59fa48c58e5", "Offline"}};

ApiError user_not_found() {
    return {404, "general.resource.not.found", "Unable to find a user with that userId."};
}
ApiError presence_user_not_found() {
    return {404, "presenceservice.usernotfound", "The specified user was not found"};
}

User* find_user(Workplace& at, const Call& call) {
    return find_by_id(at.organisation.users, call.parameter("userId"));
}

Outcome read_status(Workplace& at, const Call& call) {
    const User* const user = find_user(at, call);
    return user == nullptr ? Outcome(refuse(not_found())) : ok(encode_routing_status(at, *user));
}

// Only the two that a user can choose; the others come about by themselves.
Outcome change_status(Workplace& at, const Call& call) {
    const User* const user = find_user(at, call);
    if (user == nullptr) return refuse(resource_not_found());
    const Body body = Body::parse(call.request.body);
    const std::string status = body.required_text("status");
    if (body.error()) return refuse(*body.error());
    if (status != "IDLE" && status != "OFF_QUEUE")
        return refuse({400, "general.bad.request", "An invalid routing status transition was attempted."});
    at.platform.set_on_queue(user->name, status == "IDLE", call.now);
    return ok(encode_routing_status(at, *user));
}

Outcome read_presence(Workplace& at, const Call& call) {
    const User* const user = find_user(at, call);
    return user == nullptr ? Outcome(refuse(presence_user_not_found())) : ok(encode_presence(at, *user));
}

const SystemPresence* find_presence(const Body& definition) {
    const auto id = definition.text("id");
    const auto name = definition.text("systemPresence");
    const auto found = std::ranges::find_if(system_presences, [&](const SystemPresence& presence) {
        return id ? presence.id == *id : name && http::equal_ignoring_case(presence.name, *name);
    });
    return found == system_presences.end() ? nullptr : &*found;
}

// On Queue takes conversations, every other presence does not.
Outcome change_presence(Workplace& at, const Call& call) {
    User* const user = find_user(at, call);
    if (user == nullptr) return refuse(presence_user_not_found());
    const Body body = Body::parse(call.request.body);
    const auto definition = body.object("presenceDefinition");
    const auto message = body.text("message");
    const SystemPresence* const presence = definition ? find_presence(*definition) : nullptr;
    if (body.error()) return refuse(*body.error());
    if (definition && presence == nullptr)
        return refuse(schema_violation("There is no such presence definition."));
    if (presence != nullptr) {
        user->presence.system_presence = presence->name;
        at.platform.set_on_queue(user->name, presence->name == "On Queue", call.now);
    }
    if (message) user->presence.message = *message;
    user->presence.since = call.now.utc;
    return ok(encode_presence(at, *user));
}

// Skills and languages differ in names only.
struct Kind {
    std::string_view resource;   // "skills", of the organisation
    std::string_view of_user;    // "routingskills"
    std::string_view uri;        // key of the entity's own address
    std::string_view parameter;  // of the path
    Proficiencies User::* proficiencies;
};
constexpr Kind skill_kind{"skills", "routingskills", "skillUri", "skillId", &User::skills};
constexpr Kind language_kind{"languages", "routinglanguages", "languageUri", "languageId", &User::languages};

struct Named {
    std::string id;
    std::string name;
};
std::vector<Named> known_of(const Workplace& at, const Kind& kind) {
    std::vector<Named> known;
    if (&kind == &skill_kind)
        for (const Skill& skill : at.organisation.skills) known.push_back({skill.id.text(), skill.name});
    else
        for (const Language& language : at.organisation.languages)
            known.push_back({language.id.text(), language.name});
    return known;
}

std::optional<Named> find_named(const Workplace& at, const Kind& kind, std::string_view id) {
    for (Named& named : known_of(at, kind))
        if (named.id == id) return std::move(named);
    return std::nullopt;
}

Entity encode(const Kind& kind, const User& user, const Named& named) {
    return Entity()
        .text("id", named.id)
        .text("name", named.name)
        .real("proficiency", (user.*kind.proficiencies).at(named.name))
        .text("state", "active")
        .text(kind.uri, fmt::format("/api/v2/routing/{}/{}", kind.resource, named.id))
        .text("selfUri", fmt::format("/api/v2/users/{}/{}/{}", user.id.text(), kind.of_user, named.id));
}

Outcome list(const Kind& kind, const Workplace& at, const Call& call, const User& user) {
    std::vector<Named> held;
    for (Named& named : known_of(at, kind))
        if ((user.*kind.proficiencies).contains(named.name)) held.push_back(std::move(named));
    return list_page(call, fmt::format("/api/v2/users/{}/{}", user.id.text(), kind.of_user), held,
                     [&](const Named& named) { return encode(kind, user, named); });
}

struct Assignment {
    Named what;
    double proficiency;
};
std::expected<Assignment, ApiError> decode(const Kind& kind, const Workplace& at, const Body& body,
                                           const std::optional<std::string>& id) {
    const double proficiency = body.real("proficiency").value_or(0);
    const std::string wanted = id ? *id : body.required_text("id");
    if (body.error()) return std::unexpected(*body.error());
    if (proficiency < 0 || proficiency > proficiency_max)
        return std::unexpected(schema_violation(".proficiency should be from 0 to 5"));
    const auto named = find_named(at, kind, wanted);
    if (!named) return std::unexpected(not_found());
    return Assignment{*named, proficiency};
}

Outcome assign(const Kind& kind, Workplace& at, const Call& call, const std::optional<std::string>& id) {
    User* const user = find_user(at, call);
    if (user == nullptr) return refuse(not_found());
    const auto assignment = decode(kind, at, Body::parse(call.request.body), id);
    if (!assignment) return refuse(assignment.error());
    (user->*kind.proficiencies)[assignment->what.name] = assignment->proficiency;
    return ok(encode(kind, *user, assignment->what));
}

enum class Bulk { Replaces, Adds };
Outcome assign_many(Bulk bulk, const Kind& kind, Workplace& at, const Call& call) {
    User* const user = find_user(at, call);
    if (user == nullptr) return refuse(not_found());
    const auto bodies = Body::parse_list(call.request.body);
    if (!bodies) return refuse(bodies.error());
    Proficiencies proficiencies = bulk == Bulk::Adds ? user->*kind.proficiencies : Proficiencies{};
    for (const Body& body : *bodies) {
        const auto assignment = decode(kind, at, body, std::nullopt);
        if (!assignment) return refuse(assignment.error());
        proficiencies[assignment->what.name] = assignment->proficiency;
    }
    user->*kind.proficiencies = std::move(proficiencies);
    return list(kind, at, call, *user);
}

Outcome withdraw(const Kind& kind, Workplace& at, const Call& call, int status) {
    User* const user = find_user(at, call);
    const auto named = find_named(at, kind, call.parameter(kind.parameter));
    if (user == nullptr || !named || (user->*kind.proficiencies).erase(named->name) == 0)
        return refuse({404, "general.resource.not.found", "Resource not found"});
    return done(status);
}

Outcome list_of(const Kind& kind, Workplace& at, const Call& call) {
    const User* const user = find_user(at, call);
    return user == nullptr ? Outcome(refuse(user_not_found())) : list(kind, at, call, *user);
}

Outcome list_skills(Workplace& at, const Call& call) { return list_of(skill_kind, at, call); }
Outcome add_skill(Workplace& at, const Call& call) { return assign(skill_kind, at, call, std::nullopt); }
Outcome set_skill(Workplace& at, const Call& call) {
    return assign(skill_kind, at, call, call.parameter("skillId"));
}
Outcome replace_skills(Workplace& at, const Call& call) {
    return assign_many(Bulk::Replaces, skill_kind, at, call);
}
Outcome add_skills(Workplace& at, const Call& call) { return assign_many(Bulk::Adds, skill_kind, at, call); }
Outcome remove_skill(Workplace& at, const Call& call) { return withdraw(skill_kind, at, call, 200); }
Outcome list_languages(Workplace& at, const Call& call) { return list_of(language_kind, at, call); }
Outcome add_language(Workplace& at, const Call& call) {
    return assign(language_kind, at, call, std::nullopt);
}
Outcome set_language(Workplace& at, const Call& call) {
    return assign(language_kind, at, call, call.parameter("languageId"));
}
Outcome add_languages(Workplace& at, const Call& call) {
    return assign_many(Bulk::Adds, language_kind, at, call);
}
Outcome remove_language(Workplace& at, const Call& call) { return withdraw(language_kind, at, call, 204); }

}  // namespace

Entity encode_routing_status(const Workplace& at, const User& user) {
    const Desk* const desk = at.platform.find_desk(user.name);
    const bool is_on_queue = desk != nullptr && desk->on_queue;
    const bool is_talking = desk != nullptr && std::ranges::any_of(desk->entries, [](const DeskEntry& entry) {
                                return entry.state == DeskState::Connected;
                            });
    const std::string_view on_queue_status = is_talking ? "INTERACTING" : "IDLE";
    return Entity()
        .text("userId", user.id.text())
        .text("status", is_on_queue ? on_queue_status : "OFF_QUEUE");
}

Entity encode_presence(const Workplace& at, const User& user) {
    const Desk* const desk = at.platform.find_desk(user.name);
    std::string_view name = user.presence.system_presence;
    if (desk != nullptr && desk->on_queue) name = "On Queue";  // also when the control interface has said so
    const auto presence = std::ranges::find(system_presences, name, &SystemPresence::name);
    Entity definition;
    definition.text("id", presence->id)
        .text("systemPresence", presence->name)
        .text("selfUri", fmt::format("/api/v2/presencedefinitions/{}", presence->id));
    return Entity()
        .text("id", user.id.text())
        .text("source", "PURECLOUD")
        .flag("primary", true)
        .object("presenceDefinition", definition)
        .text("message", user.presence.message)
        .time("modifiedDate", user.presence.since.value_or(at.since))
        .text("selfUri", fmt::format("/api/v2/users/{}/presences/PURECLOUD", user.id.text()));
}

std::vector<OperationEntry> user_routing_operations() {
    using enum Operation;
    using enum CallerContext;
    const Requirement assign_language = any_of({"routing:skill:assign", "routing:language:assign"});
    const Requirement assign_any = any_of({"routing:skill:assign"});
    const Requirement assign_all = all_of({"routing:skill:assign"});
    return {{OfAResource, "GET", status_path, {}, Anyone, read_status},
            {OfAResource, "PUT", status_path, {}, Anyone, change_status},
            {OfAResource, "GET", presence_path, {}, Anyone, read_presence},
            {OfAResource, "PATCH", presence_path, {}, Anyone, change_presence},
            {OfAResource, "GET", skills_path, {}, Anyone, list_skills},
            {OfAResource, "POST", skills_path, assign_all, Anyone, add_skill},
            {OfAResource, "PUT", skills_bulk_path, assign_any, Anyone, replace_skills},
            {OfAResource, "PATCH", skills_bulk_path, assign_any, Anyone, add_skills},
            {OfAResource, "PUT", skill_path, assign_all, Anyone, set_skill},
            {OfAResource, "DELETE", skill_path, assign_all, Anyone, remove_skill},
            {OfAResource, "GET", languages_path, {}, Anyone, list_languages},
            {OfAResource, "POST", languages_path, assign_language, Anyone, add_language},
            {OfAResource, "PATCH", languages_bulk_path, assign_language, Anyone, add_languages},
            {OfAResource, "PATCH", language_path, assign_language, Anyone, set_language},
            {OfAResource, "DELETE", language_path, assign_language, Anyone, remove_language}};
}

}  // namespace mock
