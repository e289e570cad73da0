#include "foundation/document/fields.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>

#include "foundation/base/nearest.h"

namespace document {
namespace {

const Node null_node{};
const std::vector<Node> no_items{};

std::string_view kind_name(Node::Kind kind) {
    switch (kind) {
        case Node::Kind::Null:
            return "nothing";
        case Node::Kind::Scalar:
            return "a single value";
        case Node::Kind::Sequence:
            return "a list";
        case Node::Kind::Map:
            return "a group of keys";
    }
    return "something else";
}

void refuse_kind(const Node& node, std::string_view what, std::string_view wanted, Problems& problems) {
    problems.push_back(
        {node.at, fmt::format("{} must be {}, not {}", what, wanted, kind_name(node.kind)), {}});
}

std::string quoted(std::string_view key) { return fmt::format("'{}'", key); }

}  // namespace

std::string suggestion(std::string_view word, const std::vector<std::string_view>& allowed) {
    const std::string_view near = base::nearest_name(word, allowed);
    const std::string list = fmt::format("allowed here: {}", fmt::join(allowed, ", "));
    return near.empty() ? list : fmt::format("did you mean '{}'? {}", near, list);
}

std::string as_text(const Node& node, std::string_view what, Problems& problems) {
    if (node.kind == Node::Kind::Scalar) return node.scalar;
    refuse_kind(node, what, "text", problems);
    return {};
}

bool as_bool(const Node& node, std::string_view what, Problems& problems) {
    if (node.kind == Node::Kind::Scalar && !node.quoted) {
        if (node.scalar == "true") return true;
        if (node.scalar == "false") return false;
    }
    problems.push_back({node.at, fmt::format("{} must be true or false", what), {}});
    return false;
}

std::int64_t as_integer(const Node& node, std::string_view what, std::int64_t least, std::int64_t most,
                        Problems& problems) {
    std::int64_t value = 0;
    const char* const end = node.scalar.data() + node.scalar.size();
    const auto [stop, error] = std::from_chars(node.scalar.data(), end, value);
    const bool is_number = node.kind == Node::Kind::Scalar && error == std::errc{} && stop == end;
    if (is_number && value >= least && value <= most) return value;
    problems.push_back(
        {node.at, fmt::format("{} must be a whole number from {} to {}", what, least, most), {}});
    return least;
}

base::Duration as_duration(const Node& node, std::string_view what, Problems& problems) {
    const auto value = node.kind == Node::Kind::Scalar ? base::parse_duration(node.scalar) : std::nullopt;
    if (value) return *value;
    problems.push_back(
        {node.at, fmt::format("{} must be a duration", what), "for example 250ms, 10s, 5m, 2h"});
    return {};
}

Fields::Fields(const Node& node, Problems& problems)
    : node_(node.kind == Node::Kind::Map ? node : null_node), problems_(problems) {
    if (node.kind != Node::Kind::Map) refuse_kind(node, "this", "a group of keys", problems);
}

const Node* Fields::optional_node(std::string_view key) {
    asked_.push_back(key);
    const Node* const found = node_.find(key);
    return found == nullptr || found->kind == Node::Kind::Null ? nullptr : found;
}

const Node& Fields::node(std::string_view key) {
    const Node* const found = optional_node(key);
    if (found != nullptr) return *found;
    problems_.push_back({node_.at, fmt::format("'{}' is missing", key), {}});
    return null_node;
}

std::string Fields::text(std::string_view key) {
    const Node& found = node(key);
    return &found == &null_node ? std::string{} : as_text(found, quoted(key), problems_);
}

std::string Fields::text_or(std::string_view key, std::string_view fallback) {
    return optional_text(key).value_or(std::string(fallback));
}

std::optional<std::string> Fields::optional_text(std::string_view key) {
    const Node* const found = optional_node(key);
    if (found == nullptr) return std::nullopt;
    return as_text(*found, quoted(key), problems_);
}

bool Fields::bool_or(std::string_view key, bool fallback) {
    const Node* const found = optional_node(key);
    return found == nullptr ? fallback : as_bool(*found, quoted(key), problems_);
}

std::int64_t Fields::integer_or(std::string_view key, std::int64_t fallback, std::int64_t least,
                                std::int64_t most) {
    const Node* const found = optional_node(key);
    return found == nullptr ? fallback : as_integer(*found, quoted(key), least, most, problems_);
}

base::Duration Fields::duration_or(std::string_view key, base::Duration fallback) {
    const Node* const found = optional_node(key);
    return found == nullptr ? fallback : as_duration(*found, quoted(key), problems_);
}

const std::vector<Node>& Fields::items(std::string_view key) {
    const Node* const found = optional_node(key);
    if (found == nullptr) return no_items;
    if (found->kind != Node::Kind::Sequence) refuse_kind(*found, quoted(key), "a list", problems_);
    return found->items;
}

std::vector<std::string> Fields::texts(std::string_view key) {
    std::vector<std::string> values;
    for (const Node& item : items(key))
        values.push_back(as_text(item, fmt::format("an item of '{}'", key), problems_));
    return values;
}

void Fields::finish() {
    for (const Entry& entry : node_.entries)
        if (std::ranges::find(asked_, entry.key) == asked_.end())
            problems_.push_back(
                {entry.key_at, fmt::format("unknown key '{}'", entry.key), suggestion(entry.key, asked_)});
}

void Fields::refuse_choice(std::string_view key, const Node& found,
                           const std::vector<std::string_view>& names) {
    problems_.push_back(
        {found.at, fmt::format("'{}' cannot be '{}'", key, found.scalar), suggestion(found.scalar, names)});
}

}  // namespace document
