#include "foundation/http/headers.h"

#include <algorithm>

namespace http {
namespace {

constexpr std::size_t fields_usual = 8;  // of a message, so that most grow once

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

bool is_token_character(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           std::string_view("!#$%&'*+-.^_`|~").contains(c);
}

}  // namespace

bool equal_ignoring_case(std::string_view left, std::string_view right) {
    return std::ranges::equal(left, right, [](char a, char b) { return lower(a) == lower(b); });
}

std::optional<std::string_view> Headers::get(std::string_view name) const {
    for (const auto& [field_name, value] : fields_)
        if (equal_ignoring_case(field_name, name)) return value;
    return std::nullopt;
}

void Headers::add(std::string name, std::string value) {
    if (fields_.capacity() == 0) fields_.reserve(fields_usual);
    fields_.emplace_back(std::move(name), std::move(value));
}

void Headers::set(std::string name, std::string value) {
    std::erase_if(fields_, [&](const Field& field) { return equal_ignoring_case(field.first, name); });
    add(std::move(name), std::move(value));
}

bool is_safe_field(std::string_view name, std::string_view value) {
    const auto breaks_line = [](char c) { return c == '\r' || c == '\n' || c == '\0'; };
    return !name.empty() && std::ranges::all_of(name, is_token_character) &&
           std::ranges::none_of(value, breaks_line);
}

}  // namespace http
