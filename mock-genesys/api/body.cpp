#include "mock-genesys/api/body.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "foundation/json/json.h"

namespace mock {

struct Body::Object {
    json::Value value = json::Value::object();

    // nullptr if it is absent or null.
    const json::Value* find(std::string_view key) const {
        const auto found = value.find(key);
        return found == value.end() || found->is_null() ? nullptr : &*found;
    }
};

namespace {

bool are_texts(const json::Value& values) {
    return values.is_array() && values.size() <= body_entries_max &&
           std::ranges::all_of(values, [](const json::Value& value) { return value.is_string(); });
}

bool are_objects(const json::Value& values) {
    return values.is_array() && values.size() <= body_entries_max &&
           std::ranges::all_of(values, [](const json::Value& value) { return value.is_object(); });
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

}  // namespace

Body Body::parse(std::string_view text) {
    auto object = std::make_shared<Object>();
    auto fault = std::make_shared<Fault>();
    if (!text.empty()) {
        auto value = json::parse(text);
        if (value && value->is_object())
            object->value = *std::move(value);
        else
            fault->error = bad_request();
    }
    return {std::move(object), std::move(fault)};
}

std::expected<std::vector<Body>, ApiError> Body::parse_list(std::string_view text) {
    auto values = json::parse(text);
    if (!values || !are_objects(*values)) return std::unexpected(bad_request());
    std::vector<Body> bodies;
    const auto fault = std::make_shared<Fault>();
    for (json::Value& value : *values)
        bodies.push_back(Body(std::make_shared<Object>(std::move(value)), fault));
    return bodies;
}

std::expected<std::vector<std::string>, ApiError> Body::parse_texts(std::string_view text) {
    const auto values = json::parse(text);
    if (!values || !are_texts(*values)) return std::unexpected(bad_request());
    return values->get<std::vector<std::string>>();
}

bool Body::has(std::string_view key) const { return object_->find(key) != nullptr; }

std::optional<std::string> Body::text(std::string_view key) const {
    const json::Value* const value = object_->find(key);
    if (value == nullptr) return std::nullopt;
    if (value->is_string()) return value->get<std::string>();
    fail_type(key, "string");
    return std::nullopt;
}

std::string Body::required_text(std::string_view key, const std::optional<ApiError>& missing) const {
    const auto value = text(key);
    if (value && !is_blank(*value)) return *value;
    fail(missing.value_or(schema_violation(fmt::format("should have required property '{}'", key))));
    return {};
}

std::optional<bool> Body::flag(std::string_view key) const {
    const json::Value* const value = object_->find(key);
    if (value == nullptr) return std::nullopt;
    if (value->is_boolean()) return value->get<bool>();
    fail_type(key, "boolean");
    return std::nullopt;
}

std::optional<std::int64_t> Body::number(std::string_view key) const {
    const json::Value* const value = object_->find(key);
    if (value == nullptr) return std::nullopt;
    if (value->is_number_integer()) return value->get<std::int64_t>();
    fail_type(key, "integer");
    return std::nullopt;
}

std::optional<double> Body::real(std::string_view key) const {
    const json::Value* const value = object_->find(key);
    if (value == nullptr) return std::nullopt;
    if (value->is_number()) return value->get<double>();
    fail_type(key, "number");
    return std::nullopt;
}

std::optional<std::vector<std::string>> Body::texts(std::string_view key) const {
    const json::Value* const value = object_->find(key);
    if (value == nullptr) return std::nullopt;
    if (are_texts(*value)) return value->get<std::vector<std::string>>();
    fail_type(key, "array of strings");
    return std::nullopt;
}

std::optional<std::map<std::string, std::string>> Body::map(std::string_view key) const {
    const json::Value* const value = object_->find(key);
    if (value == nullptr) return std::nullopt;
    const auto is_text = [](const json::Value& member) { return member.is_string(); };
    if (value->is_object() && std::ranges::all_of(*value, is_text))
        return value->get<std::map<std::string, std::string>>();
    fail_type(key, "object of strings");
    return std::nullopt;
}

std::optional<Body> Body::object(std::string_view key) const {
    const json::Value* const value = object_->find(key);
    if (value == nullptr) return std::nullopt;
    if (value->is_object()) return Body(std::make_shared<Object>(*value), fault_);
    fail_type(key, "object");
    return std::nullopt;
}

std::optional<std::vector<Body>> Body::list(std::string_view key) const {
    const json::Value* const values = object_->find(key);
    if (values == nullptr) return std::nullopt;
    if (!are_objects(*values)) {
        fail_type(key, "array of objects");
        return std::nullopt;
    }
    std::vector<Body> bodies;
    for (const json::Value& value : *values) bodies.push_back(Body(std::make_shared<Object>(value), fault_));
    return bodies;
}

std::optional<std::string> Body::reference(std::string_view key) const {
    const auto referenced = object(key);
    if (!referenced) return std::nullopt;
    return referenced->text("id");
}

void Body::fail(ApiError error) const {
    if (!fault_->error) fault_->error = std::move(error);
}

void Body::fail_type(std::string_view key, std::string_view type) const {
    fail(schema_violation(fmt::format(".{} should be {}", key, type)));
}

}  // namespace mock
