#include "harness/runner/match.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <regex>

#include "harness/scenario/overloaded.h"

namespace runner {
namespace {

using scenario::Shape;

bool is_lower_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); }

bool is_uuid(std::string_view text) {
    constexpr std::string_view pattern = "hhhhhhhh-hhhh-hhhh-hhhh-hhhhhhhhhhhh";
    return std::ranges::equal(text, pattern,
                              [](char c, char p) { return p == 'h' ? is_lower_hex(c) : c == p; });
}

std::optional<std::int64_t> number_of(std::string_view text) {
    std::int64_t value = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc{} || stop != end) return std::nullopt;
    return value;
}

bool has_shape(Shape shape, std::string_view text) {
    constexpr std::size_t hex32_length = 32;
    switch (shape) {
        case Shape::Text:
            return !text.empty();
        case Shape::Uuid:
            return is_uuid(text);
        case Shape::Hex32:
            return text.size() == hex32_length && std::ranges::all_of(text, is_lower_hex);
        case Shape::Number:
            return number_of(text).has_value();
    }
    return false;
}

std::string_view shape_text(Shape shape) {
    switch (shape) {
        case Shape::Text:
            return "any text";
        case Shape::Uuid:
            return "any uuid";
        case Shape::Hex32:
            return "any 32 hex digits";
        case Shape::Number:
            return "any number";
    }
    return "anything";
}

bool found_by(const std::string& expression, const std::string& text) {
    return text.size() <= regex_subject_chars_max && std::regex_search(text, std::regex(expression));
}

bool holds(const scenario::Matcher& matcher, const std::string& value, const Captures& captures) {
    return std::visit(
        scenario::Overloaded{
            [&](const scenario::Literal& literal) { return value == captures.fill(literal.text); },
            [&](const scenario::Contains& contains) { return value.contains(captures.fill(contains.part)); },
            [&](const scenario::Regex& regex) { return found_by(regex.expression, value); },
            [](const scenario::Absent&) { return false; },
            [&](const scenario::Any& any) { return has_shape(any.shape, value); },
            [&](const scenario::AtLeast& least) { return number_of(value) >= least.bound; },
            [&](const scenario::AtMost& most) {
                const auto number = number_of(value);
                return number && *number <= most.bound;
            },
            [](const scenario::Capture&) { return true; },
        },
        matcher.rule);
}

}  // namespace

bool matches(const scenario::Matcher& matcher, const std::optional<std::string>& value,
             const Captures& captures) {
    if (std::holds_alternative<scenario::Absent>(matcher.rule)) return matcher.negated == value.has_value();
    return value && holds(matcher, *value, captures) != matcher.negated;
}

std::string describe(const scenario::Matcher& matcher, const Captures& captures) {
    const std::string rule =
        std::visit(scenario::Overloaded{
                       [&](const scenario::Literal& literal) {
                           return fmt::format("\"{}\"", captures.fill(literal.text));
                       },
                       [&](const scenario::Contains& contains) {
                           return fmt::format("something that contains \"{}\"", captures.fill(contains.part));
                       },
                       [](const scenario::Regex& regex) {
                           return fmt::format("something that matches /{}/", regex.expression);
                       },
                       [](const scenario::Absent&) { return std::string("no such field"); },
                       [](const scenario::Any& any) { return std::string(shape_text(any.shape)); },
                       [](const scenario::AtLeast& least) { return fmt::format("at least {}", least.bound); },
                       [](const scenario::AtMost& most) { return fmt::format("at most {}", most.bound); },
                       [](const scenario::Capture&) { return std::string("anything"); },
                   },
                   matcher.rule);
    return matcher.negated ? "not " + rule : rule;
}

}  // namespace runner
