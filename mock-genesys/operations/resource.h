// What most resources do alike: finding an entity, listing a page of them, answering.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "mock-genesys/api/body.h"
#include "mock-genesys/api/entity.h"
#include "mock-genesys/api/paging.h"
#include "mock-genesys/operations/operation.h"

namespace mock {

inline Outcome ok(const Entity& entity) { return Reply{200, entity.dump()}; }
inline Outcome done(int status) { return Reply{status, {}}; }
inline std::unexpected<ApiError> refuse(ApiError error) { return std::unexpected(std::move(error)); }

// The entity of a vector with that id, const or not; nullptr if there is none.
template <class Entities>
auto find_by_id(Entities& entities, std::string_view id) {
    const auto found =
        std::ranges::find_if(entities, [&](const auto& entity) { return entity.id.text() == id; });
    return found == entities.end() ? nullptr : &*found;
}
template <class Entities>
auto find_by_name(Entities& entities, std::string_view name) {
    const auto found =
        std::ranges::find_if(entities, [&](const auto& entity) { return entity.name == name; });
    return found == entities.end() ? nullptr : &*found;
}
// A change that must not give two entities one name; `but` is the one that is changed, or nullptr.
template <class Entity>
bool is_taken(const std::vector<Entity>& entities, std::string_view name, const Entity* but = nullptr) {
    return std::ranges::any_of(entities, [&](const Entity& entity) {
        return &entity != but && http::equal_ignoring_case(entity.name, name);
    });
}
template <class Entities>
void remove_by_id(Entities& entities, std::string_view id) {
    std::erase_if(entities, [&](const auto& entity) { return entity.id.text() == id; });
}

// The comma-joined values of a query parameter; empty if it is absent.
std::vector<std::string> values_of(const http::Parameters& query, std::string_view name);
// Ignores case; '*' at either end stands for anything.
bool matches_name(std::string_view name, std::string_view pattern);
// Whether the query parameters `name` and `id`, where they are given, choose this one.
bool is_chosen(const http::Parameters& query, std::string_view id, std::string_view name);

// The vendor's listing envelope around the entities of this page.
Entity envelope(std::vector<Entity> entities, std::size_t total, const Page& page, std::string_view path);
// The page that the query asks for of what `encode` makes of each entity. `all` is in the order of the
// listing.
template <class Item, class Encode>
Outcome list_page(const Call& call, std::string_view path, const std::vector<Item>& all,
                  const Encode& encode) {
    const auto page = decode_page(call.query);
    if (!page) return std::unexpected(page.error());
    std::vector<Entity> entities;
    for (std::size_t i = page->first(); i < std::min(all.size(), page->first() + page->size); ++i)
        entities.push_back(encode(all[i]));
    return ok(envelope(std::move(entities), all.size(), *page, path));
}
// Those of `all` that the query parameters name and id choose, by name.
template <class Item>
std::vector<Item> chosen(const Call& call, const std::vector<Item>& all) {
    std::vector<Item> items;
    for (const Item& item : all)
        if (is_chosen(call.query, item.id.text(), item.name)) items.push_back(item);
    std::ranges::sort(items, {}, &Item::name);
    return items;
}

// dateCreated and dateModified.
void add_dates(Entity& entity, const Workplace& at, const Stamp& stamp);
// Something about an entity has changed.
void touch(Stamp& stamp, base::Now now);
Stamp new_stamp(base::Now now);

// {"division":{...}} of a division that is referred to by name.
void add_division(Entity& entity, const Workplace& at, std::string_view name);
// The name of the division with this id, Home if none is given; the error names the id.
std::expected<std::string, ApiError> division_named_by(const Workplace& at,
                                                       const std::optional<std::string>& id);

// 409 or, where the vendor says so, another refusal of a second entity of one name.
ApiError general_conflict(int status = 409);
ApiError resource_not_found();

}  // namespace mock
