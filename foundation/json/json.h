// nlohmann/json for .cpp files: one place that includes it, instantiates it once, and parses with limits.
// Never include this from a header outside this folder.
#pragma once

#include <expected>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

extern template class nlohmann::basic_json<>;
extern template class nlohmann::basic_json<nlohmann::ordered_map>;

namespace json {

// Keeps the order in which keys were added: what is written to the wire.
using Ordered = nlohmann::ordered_json;
// For reading: keys are looked up, order does not matter.
using Value = nlohmann::json;

struct ParseError {
    std::string what;  // "unexpected end of input at byte 17", never the input itself
};

inline constexpr unsigned depth_max = 64;

// Strict JSON text: UTF-8, no comments, one value, nested at most depth_max.
std::expected<Value, ParseError> parse(std::string_view text);

// Compact, UTF-8 as is, exactly what JSON.stringify prints for the same value in the same key order. Invalid
// UTF-8 in strings is replaced by U+FFFD.
std::string dump(const Ordered& value);

// --- reading a member of an object; nullopt if absent, null or of another type ---
std::optional<std::string> text_at(const Value& object, const char* key);
const Value* object_at(const Value& object, const char* key);
const Value* array_at(const Value& object, const char* key);
std::optional<bool> bool_at(const Value& object, const char* key);
std::optional<std::int64_t> integer_at(const Value& object, const char* key);

}  // namespace json
