#include "foundation/json/json.h"

#include <fmt/format.h>

#include <algorithm>

template class nlohmann::basic_json<>;
template class nlohmann::basic_json<nlohmann::ordered_map>;

namespace json {
namespace {

const Value* member(const Value& object, const char* key) {
    if (!object.is_object()) return nullptr;
    const auto found = object.find(key);
    return found == object.end() || found->is_null() ? nullptr : &*found;
}

bool opens(char c) { return c == '{' || c == '['; }

// Nesting outside of strings; cheaper than a parser callback, which would cost every document.
bool is_too_deep(std::string_view text) {
    if (std::ranges::count_if(text, opens) <= depth_max) return false;  // nearly every document
    unsigned depth = 0;
    bool in_string = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (in_string) {
            if (c == '\\') ++i;
            if (c == '"') in_string = false;
            continue;
        }
        if (c == '"') in_string = true;
        if (opens(c) && ++depth > depth_max) return true;
        if ((c == '}' || c == ']') && depth > 0) --depth;
    }
    return false;
}

}  // namespace

std::expected<Value, ParseError> parse(std::string_view text) {
    if (is_too_deep(text))
        return std::unexpected(ParseError{fmt::format("nested deeper than {} levels", depth_max)});
    try {
        return Value::parse(text);
    } catch (const Value::parse_error& error) {
        return std::unexpected(ParseError{fmt::format("not valid JSON at byte {}", error.byte)});
    } catch (const Value::exception&) {
        return std::unexpected(ParseError{"not valid JSON: a number is out of range"});
    }
}

std::string dump(const Ordered& value) {
    return value.dump(-1, ' ', false, Ordered::error_handler_t::replace);
}

std::optional<std::string> text_at(const Value& object, const char* key) {
    const Value* const found = member(object, key);
    if (found == nullptr || !found->is_string()) return std::nullopt;
    return found->get<std::string>();
}

const Value* object_at(const Value& object, const char* key) {
    const Value* const found = member(object, key);
    return found != nullptr && found->is_object() ? found : nullptr;
}

const Value* array_at(const Value& object, const char* key) {
    const Value* const found = member(object, key);
    return found != nullptr && found->is_array() ? found : nullptr;
}

std::optional<bool> bool_at(const Value& object, const char* key) {
    const Value* const found = member(object, key);
    if (found == nullptr || !found->is_boolean()) return std::nullopt;
    return found->get<bool>();
}

std::optional<std::int64_t> integer_at(const Value& object, const char* key) {
    const Value* const found = member(object, key);
    if (found == nullptr || !found->is_number_integer()) return std::nullopt;
    return found->get<std::int64_t>();
}

}  // namespace json
