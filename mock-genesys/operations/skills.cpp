// Routing skills and languages: what work asks for and agents have.
#include <string>

#include "mock-genesys/operations/resource.h"
#include "mock-genesys/operations/resources.h"

namespace mock {
namespace {

constexpr std::string_view skills_path = "/api/v2/routing/skills";
constexpr std::string_view skill_path = "/api/v2/routing/skills/{skillId}";
constexpr std::string_view languages_path = "/api/v2/routing/languages";
constexpr std::string_view language_path = "/api/v2/routing/languages/{languageId}";

template <class Item>
Entity encode(const Workplace& at, const Item& item, std::string_view path) {
    return Entity()
        .text("id", item.id.text())
        .text("name", item.name)
        .time("dateModified", item.stamp.modified.value_or(at.since))
        .text("state", "active")
        .text("version", std::to_string(item.stamp.version))
        .text("selfUri", std::string(path) + "/" + item.id.text());
}

ApiError skill_not_found() { return {404, "skillsservice.skillnotfound", "The Skill could not be found."}; }

Outcome list_skills(Workplace& at, const Call& call) {
    return list_page(call, skills_path, chosen(call, at.organisation.skills),
                     [&](const Skill& skill) { return encode(at, skill, skills_path); });
}

Outcome create_skill(Workplace& at, const Call& call) {
    const Body body = Body::parse(call.request.body);
    const std::string name = body.required_text("name");
    if (body.error()) return refuse(*body.error());
    if (is_taken(at.organisation.skills, name)) return refuse(general_conflict());
    if (at.organisation.skills.size() >= entities_max) return refuse(bad_request());
    at.organisation.skills.push_back({SkillId(at.ids.uuid()), name, new_stamp(call.now)});
    return ok(encode(at, at.organisation.skills.back(), skills_path));
}

Outcome read_skill(Workplace& at, const Call& call) {
    const Skill* const skill = find_by_id(at.organisation.skills, call.parameter("skillId"));
    if (skill == nullptr) return refuse(skill_not_found());
    return ok(encode(at, *skill, skills_path));
}

Outcome delete_skill(Workplace& at, const Call& call) {
    const Skill* const skill = find_by_id(at.organisation.skills, call.parameter("skillId"));
    if (skill == nullptr) return refuse(skill_not_found());
    for (User& user : at.organisation.users) user.skills.erase(skill->name);
    remove_by_id(at.organisation.skills, call.parameter("skillId"));
    return done(200);
}

Outcome list_languages(Workplace& at, const Call& call) {
    return list_page(call, languages_path, chosen(call, at.organisation.languages),
                     [&](const Language& language) { return encode(at, language, languages_path); });
}

Outcome create_language(Workplace& at, const Call& call) {
    const Body body = Body::parse(call.request.body);
    const std::string name = body.required_text("name");
    if (body.error()) return refuse(*body.error());
    if (is_taken(at.organisation.languages, name)) return refuse(general_conflict(400));
    if (at.organisation.languages.size() >= entities_max) return refuse(bad_request());
    at.organisation.languages.push_back({LanguageId(at.ids.uuid()), name, new_stamp(call.now)});
    return ok(encode(at, at.organisation.languages.back(), languages_path));
}

Outcome read_language(Workplace& at, const Call& call) {
    const Language* const language = find_by_id(at.organisation.languages, call.parameter("languageId"));
    if (language == nullptr) return refuse(not_found());
    return ok(encode(at, *language, languages_path));
}

Outcome delete_language(Workplace& at, const Call& call) {
    const Language* const language = find_by_id(at.organisation.languages, call.parameter("languageId"));
    if (language == nullptr) return refuse(not_found());
    for (User& user : at.organisation.users) user.languages.erase(language->name);
    remove_by_id(at.organisation.languages, call.parameter("languageId"));
    return done(200);
}

}  // namespace

std::vector<OperationEntry> skill_operations() {
    using enum Operation;
    using enum CallerContext;
    const Requirement view = any_of({"routing:skill:view"});
    const Requirement manage = any_of({"routing:skill:manage"});
    return {{OfAResource, "GET", skills_path, view, Anyone, list_skills},
            {OfAResource, "POST", skills_path, any_of({"routing:skill:manage", "routing:skill:create"}),
             Anyone, create_skill},
            {OfAResource, "GET", skill_path, view, Anyone, read_skill},
            {OfAResource, "DELETE", skill_path, any_of({"routing:skill:manage", "routing:skill:delete"}),
             Anyone, delete_skill},
            {OfAResource, "GET", languages_path, {}, Anyone, list_languages},
            {OfAResource, "POST", languages_path, manage, Anyone, create_language},
            {OfAResource, "GET", language_path, {}, Anyone, read_language},
            {OfAResource, "DELETE", language_path, manage, Anyone, delete_language}};
}

}  // namespace mock
