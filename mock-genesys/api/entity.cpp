#include "mock-genesys/api/entity.h"

#include <fmt/format.h>

#include <utility>

#include "foundation/base/check.h"
#include "foundation/json/json.h"

namespace mock {

struct Entity::Object {
    json::Ordered value = json::Ordered::object();
};

Entity::Entity() : object_(std::make_unique<Object>()) {}
Entity::Entity(const Entity& other) : object_(std::make_unique<Object>(*other.object_)) {}
Entity::Entity(Entity&&) noexcept = default;
Entity& Entity::operator=(Entity other) noexcept {
    object_ = std::move(other.object_);
    return *this;
}
Entity::~Entity() = default;

Entity& Entity::text(std::string_view key, std::string_view value) {
    object_->value[std::string(key)] = value;
    return *this;
}

Entity& Entity::text_if_any(std::string_view key, std::string_view value) {
    return value.empty() ? *this : text(key, value);
}

Entity& Entity::number(std::string_view key, std::int64_t value) {
    object_->value[std::string(key)] = value;
    return *this;
}

Entity& Entity::real(std::string_view key, double value) {
    object_->value[std::string(key)] = value;
    return *this;
}

Entity& Entity::flag(std::string_view key, bool value) {
    object_->value[std::string(key)] = value;
    return *this;
}

Entity& Entity::time(std::string_view key, base::UtcTime value) { return text(key, base::to_iso8601(value)); }

Entity& Entity::time_if_any(std::string_view key, const std::optional<base::UtcTime>& value) {
    return value ? time(key, *value) : *this;
}

Entity& Entity::object(std::string_view key, const Entity& value) {
    object_->value[std::string(key)] = value.object_->value;
    return *this;
}

Entity& Entity::list(std::string_view key, const std::vector<Entity>& values) {
    json::Ordered array = json::Ordered::array();
    for (const Entity& value : values) array.push_back(value.object_->value);
    object_->value[std::string(key)] = std::move(array);
    return *this;
}

Entity& Entity::texts(std::string_view key, const std::vector<std::string>& values) {
    object_->value[std::string(key)] = values;
    return *this;
}

Entity& Entity::map(std::string_view key, const std::map<std::string, std::string>& values) {
    json::Ordered object = json::Ordered::object();
    for (const auto& [name, value] : values) object[name] = value;
    object_->value[std::string(key)] = std::move(object);
    return *this;
}

Entity& Entity::raw(std::string_view key, const std::string& json) {
    json::Ordered value = json::Ordered::parse(json, nullptr, false);
    base::check(!value.is_discarded(), "raw JSON comes from an encoder");
    object_->value[std::string(key)] = std::move(value);
    return *this;
}

std::string Entity::dump() const { return json::dump(object_->value); }

std::string dump(const std::vector<Entity>& values) {
    json::Ordered array = json::Ordered::array();
    for (const Entity& value : values) array.push_back(value.object_->value);
    return json::dump(array);
}

std::string dump_texts(const std::vector<std::string>& values) { return json::dump(json::Ordered(values)); }

Entity reference(std::string_view id, std::string_view path) {
    return Entity().text("id", id).text("selfUri", fmt::format("{}/{}", path, id));
}

Entity reference(std::string_view id, std::string_view name, std::string_view path) {
    return Entity().text("id", id).text("name", name).text("selfUri", fmt::format("{}/{}", path, id));
}

}  // namespace mock
