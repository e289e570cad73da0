#include "mock-genesys/operations/resource.h"

#include <fmt/format.h>

#include <utility>

namespace mock {
namespace {

std::string lowered(std::string_view text) {
    std::string lower(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

}  // namespace

std::vector<std::string> values_of(const http::Parameters& query, std::string_view name) {
    std::vector<std::string> values;
    std::string_view text = query.get(name).value_or("");
    while (!text.empty()) {
        const std::string_view value = text.substr(0, text.find(','));
        values.emplace_back(value);
        text.remove_prefix(std::min(text.size(), value.size() + 1));
    }
    return values;
}

bool matches_name(std::string_view name, std::string_view pattern) {
    const bool open_begin = pattern.starts_with('*');
    if (open_begin) pattern.remove_prefix(1);
    const bool open_end = pattern.ends_with('*');
    if (open_end) pattern.remove_suffix(1);
    const std::string text = lowered(name);
    const std::string wanted = lowered(pattern);
    if (open_begin && open_end) return text.contains(wanted);
    if (open_begin) return text.ends_with(wanted);
    return open_end ? text.starts_with(wanted) : text == wanted;
}

bool is_chosen(const http::Parameters& query, std::string_view id, std::string_view name) {
    const auto pattern = query.get("name").value_or("");
    if (!pattern.empty() && !matches_name(name, pattern)) return false;
    const std::vector<std::string> ids = values_of(query, "id");
    return ids.empty() || std::ranges::find(ids, id) != ids.end();
}

Entity envelope(std::vector<Entity> entities, std::size_t total, const Page& page, std::string_view path) {
    const std::size_t count = page.count_for(total);
    Entity listing;
    listing.list("entities", entities)
        .number("pageSize", static_cast<std::int64_t>(page.size))
        .number("pageNumber", static_cast<std::int64_t>(page.number))
        .number("total", static_cast<std::int64_t>(total))
        .text("firstUri", page_uri(path, page, 1));
    if (page.number < count) listing.text("nextUri", page_uri(path, page, page.number + 1));
    if (page.number > 1) listing.text("previousUri", page_uri(path, page, page.number - 1));
    listing.text("selfUri", page_uri(path, page, page.number))
        .text("lastUri", page_uri(path, page, std::max<std::size_t>(count, 1)))
        .number("pageCount", static_cast<std::int64_t>(count));
    return listing;
}

void add_dates(Entity& entity, const Workplace& at, const Stamp& stamp) {
    entity.time("dateCreated", stamp.created.value_or(at.since));
    entity.time("dateModified", stamp.modified.value_or(at.since));
}

void touch(Stamp& stamp, base::Now now) {
    stamp.modified = now.utc;
    ++stamp.version;
}

Stamp new_stamp(base::Now now) { return {now.utc, now.utc, 1}; }

void add_division(Entity& entity, const Workplace& at, std::string_view name) {
    const Division* const division = find_by_name(at.organisation.divisions, name);
    if (division == nullptr) return;
    entity.object("division",
                  reference(division->id.text(), division->name, "/api/v2/authorization/divisions"));
}

std::expected<std::string, ApiError> division_named_by(const Workplace& at,
                                                       const std::optional<std::string>& id) {
    if (!id) return std::string(home_division);
    const Division* const division = find_by_id(at.organisation.divisions, *id);
    if (division == nullptr)
        return std::unexpected(schema_violation(fmt::format("There is no division with the id {}.", *id)));
    return division->name;
}

ApiError general_conflict(int status) {
    return {status, "general.conflict",
            "The request could not be completed by the server due to a conflict."};
}

ApiError resource_not_found() { return {404, "resource.not.found", "The resource could not be found."}; }

}  // namespace mock
