// Wrap-up codes of the organisation.
#include <algorithm>

#include "mock-genesys/operations/resource.h"
#include "mock-genesys/operations/resources.h"
#include "mock-genesys/operations/wrap_up_code_view.h"

namespace mock {

namespace {

constexpr std::string_view codes_path = "/api/v2/routing/wrapupcodes";
constexpr std::string_view code_path = "/api/v2/routing/wrapupcodes/{codeId}";
constexpr std::string_view views_path = "/api/v2/routing/wrapupcodes/divisionviews";
constexpr std::string_view view_path = "/api/v2/routing/wrapupcodes/divisionviews/{codeId}";

ApiError duplicate_name() { return {400, "duplicate.name", "A wrapup code with this name already exists."}; }

Outcome list_at(std::string_view path, Workplace& at, const Call& call) {
    return list_page(call, path, chosen(call, at.organisation.wrap_up_codes),
                     [&](const WrapUpCode& code) { return encode_wrap_up_code(at, code); });
}

Outcome list_codes(Workplace& at, const Call& call) { return list_at(codes_path, at, call); }
Outcome list_views(Workplace& at, const Call& call) { return list_at(views_path, at, call); }

// What create and change have in common.
std::optional<ApiError> apply(const Workplace& at, const Call& call, WrapUpCode& code,
                              const WrapUpCode* own) {
    const Body body = Body::parse(call.request.body);
    const std::string name =
        body.required_text("name", ApiError{400, "invalid.name", "Invalid wrapup code name specified."});
    const auto division = division_named_by(at, body.reference("division"));
    const auto description = body.text("description");
    if (body.error()) return body.error();
    if (!division)
        return ApiError{400, "resource.not.found",
                        "A referenced resource, such as a division, was not found."};
    if (is_taken(at.organisation.wrap_up_codes, name, own)) return duplicate_name();
    code.name = name;
    if (body.has("division") || own == nullptr) code.division = *division;
    if (description) code.description = *description;
    return std::nullopt;
}

Outcome create_code(Workplace& at, const Call& call) {
    WrapUpCode code;
    if (auto error = apply(at, call, code, nullptr)) return refuse(*std::move(error));
    if (at.organisation.wrap_up_codes.size() >= entities_max) return refuse(bad_request());
    code.id = WrapUpCodeId(at.ids.uuid());
    code.stamp = new_stamp(call.now);
    at.organisation.wrap_up_codes.push_back(code);
    return ok(encode_wrap_up_code(at, code));
}

Outcome read_code(Workplace& at, const Call& call) {
    const WrapUpCode* const code = find_by_id(at.organisation.wrap_up_codes, call.parameter("codeId"));
    if (code == nullptr) return refuse(resource_not_found());
    return ok(encode_wrap_up_code(at, *code));
}

Outcome change_code(Workplace& at, const Call& call) {
    WrapUpCode* const code = find_by_id(at.organisation.wrap_up_codes, call.parameter("codeId"));
    if (code == nullptr) return refuse(resource_not_found());
    WrapUpCode changed = *code;
    if (auto error = apply(at, call, changed, code)) return refuse(*std::move(error));
    for (Queue& queue : at.organisation.queues)
        std::ranges::replace(queue.wrap_up_codes, code->name, changed.name);
    touch(changed.stamp, call.now);
    *code = std::move(changed);
    return ok(encode_wrap_up_code(at, *code));
}

Outcome delete_code(Workplace& at, const Call& call) {
    const WrapUpCode* const code = find_by_id(at.organisation.wrap_up_codes, call.parameter("codeId"));
    if (code == nullptr) return refuse(resource_not_found());
    for (Queue& queue : at.organisation.queues) std::erase(queue.wrap_up_codes, code->name);
    remove_by_id(at.organisation.wrap_up_codes, call.parameter("codeId"));
    return done(200);
}

}  // namespace

Entity encode_wrap_up_code(const Workplace& at, const WrapUpCode& code) {
    Entity entity;
    entity.text("id", code.id.text()).text("name", code.name);
    add_division(entity, at, code.division);
    entity.text_if_any("description", code.description);
    add_dates(entity, at, code.stamp);
    return entity.text("selfUri", std::string(codes_path) + "/" + code.id.text());
}

std::vector<OperationEntry> wrap_up_code_operations() {
    using enum Operation;
    using enum CallerContext;
    const Requirement search = all_of({"routing:wrapupCode:search"});
    const Requirement view = all_of({"routing:wrapupCode:view"});
    return {{OfAResource, "GET", codes_path, view, Anyone, list_codes},
            {OfAResource, "POST", codes_path, all_of({"routing:wrapupCode:add"}), Anyone, create_code},
            {OfAResource, "GET", views_path, search, Anyone, list_views},
            {OfAResource, "GET", view_path, search, Anyone, read_code},
            {OfAResource, "GET", code_path, view, Anyone, read_code},
            {OfAResource, "PUT", code_path, all_of({"routing:wrapupCode:edit"}), Anyone, change_code},
            {OfAResource, "DELETE", code_path, all_of({"routing:wrapupCode:delete"}), Anyone, delete_code}};
}

}  // namespace mock
