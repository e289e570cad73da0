#include "harness/scenario/read_pattern.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <limits>
#include <regex>

#include "harness/scenario/step_key.h"

namespace scenario {
namespace {

using document::Entry;
using document::Node;
using document::Problems;

constexpr std::int64_t number_max = std::numeric_limits<std::int64_t>::max();
constexpr std::size_t expression_chars_max = 500;

const std::vector<std::string_view> matcher_words{"contains", "regex",  "any",     "gte",
                                                  "lte",      "absent", "capture", "not"};

bool is_matcher_word(std::string_view word) {
    return std::ranges::find(matcher_words, word) != matcher_words.end();
}

Regex read_regex(const Node& node, Problems& problems) {
    Regex regex{document::as_text(node, "'regex'", problems)};
    if (regex.expression.size() > expression_chars_max) {
        problems.push_back({node.at,
                            fmt::format("the expression is longer than {} characters", expression_chars_max),
                            "look for a shorter part, or use contains"});
        return {};
    }
    try {
        const std::regex compiled(regex.expression);
    } catch (const std::regex_error&) {
        problems.push_back({node.at, "this is not a regular expression",
                            "ECMAScript syntax; to look for the text as it stands, use contains"});
    }
    return regex;
}

Any read_any(const Node& node, Problems& problems) {
    constexpr std::array shapes{std::pair{"text", Shape::Text}, std::pair{"uuid", Shape::Uuid},
                                std::pair{"hex32", Shape::Hex32}, std::pair{"number", Shape::Number}};
    for (const auto& [name, shape] : shapes)
        if (node.kind == Node::Kind::Scalar && node.scalar == name) return {shape};
    problems.push_back({node.at, fmt::format("'any' cannot be '{}'", node.scalar),
                        document::suggestion(node.scalar, {"text", "uuid", "hex32", "number"})});
    return {};
}

Capture read_capture(const Node& node, Problems& problems) {
    Capture capture{document::as_text(node, "'capture'", problems)};
    if (!is_word(capture.name))
        problems.push_back({node.at, "the name of a capture is one word", "letters, digits, '-' and '_'"});
    return capture;
}

Absent read_absent(const Node& node, Problems& problems) {
    if (!document::as_bool(node, "'absent'", problems))
        problems.push_back(
            {node.at, "'absent' can only be true", "for a field that is there: { any: text }"});
    return {};
}

Matcher read_not(const Node& node, Problems& problems) {
    Matcher matcher = read_matcher(node, problems);
    if (matcher.negated) problems.push_back({node.at, "'not' inside of 'not'", "leave both out"});
    if (std::holds_alternative<Capture>(matcher.rule))
        problems.push_back({node.at, "'not' cannot capture", "there would be nothing to keep"});
    matcher.negated = true;
    return matcher;
}

Matcher read_ruled(const Entry& entry, Matcher matcher, Problems& problems) {
    const Node& value = entry.value;
    if (entry.key == "not") return read_not(value, problems);
    if (entry.key == "contains") matcher.rule = Contains{document::as_text(value, "'contains'", problems)};
    if (entry.key == "regex") matcher.rule = read_regex(value, problems);
    if (entry.key == "any") matcher.rule = read_any(value, problems);
    if (entry.key == "gte")
        matcher.rule = AtLeast{document::as_integer(value, "'gte'", -number_max, number_max, problems)};
    if (entry.key == "lte")
        matcher.rule = AtMost{document::as_integer(value, "'lte'", -number_max, number_max, problems)};
    if (entry.key == "absent") matcher.rule = read_absent(value, problems);
    if (entry.key == "capture") matcher.rule = read_capture(value, problems);
    return matcher;
}

const TargetForm* find_target(const Entry& entry, Problems& problems) {
    const auto key = cut_key(entry.key);
    std::vector<std::string> names;
    for (const TargetForm& form : targets()) {
        if (key && form.actor == key->actor && form.name == key->verb) return &form;
        names.push_back(fmt::format("{}.{}", form.actor, form.name));
    }
    const std::string word = key ? fmt::format("{}.{}", key->actor, key->verb) : entry.key;
    const bool is_step = key && std::ranges::any_of(verbs(), [&](const VerbForm& form) {
                             return form.actor == key->actor && form.name == key->verb;
                         });
    if (is_step) {
        problems.push_back({entry.key_at, fmt::format("'{}' is a step, not something to see", entry.key),
                            fmt::format("write it as a step of its own: - {}", entry.key)});
        return nullptr;
    }
    problems.push_back({entry.key_at, fmt::format("'{}' is nothing that can be expected", entry.key),
                        document::suggestion(word, {names.begin(), names.end()})});
    return nullptr;
}

void check_name(const TargetForm& form, const Entry& entry, std::string_view name, Problems& problems) {
    if (form.naming == Naming::Required && name.empty())
        problems.push_back({entry.key_at, fmt::format("'{}' does not say which {}", entry.key, form.actor),
                            fmt::format("write {}(name).{}", form.actor, form.name)});
    if (form.naming == Naming::None && !name.empty())
        problems.push_back({entry.key_at, fmt::format("there is only one {}", form.actor),
                            fmt::format("write {}.{}", form.actor, form.name)});
}

bool is_number(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// A field that is a number cannot be a word; one that is none has no size.
void check_number(const TargetForm& form, const FieldPattern& field, Problems& problems) {
    const bool is_numeric = std::ranges::find(form.numbers, field.field) != form.numbers.end();
    const Matcher& matcher = field.matcher;
    const bool asks_size =
        std::holds_alternative<AtLeast>(matcher.rule) || std::holds_alternative<AtMost>(matcher.rule);
    const bool is_free = !form.group.empty() && field.field.starts_with(form.group);
    if (asks_size && !is_numeric && !is_free)
        problems.push_back({matcher.at.position, fmt::format("'{}' is no number", field.field),
                            form.numbers.empty()
                                ? fmt::format("{}.{} has no fields that are numbers", form.actor, form.name)
                                : fmt::format("numbers are: {}", fmt::join(form.numbers, ", "))});
    const auto* const literal = std::get_if<Literal>(&matcher.rule);
    if (is_numeric && literal != nullptr && !is_number(literal->text) && !literal->text.contains("${"))
        problems.push_back({matcher.at.position,
                            fmt::format("'{}' is a number, and '{}' is none", field.field, literal->text),
                            "a whole number, { gte: n } or { lte: n }"});
}

// A pattern that no event can match would make a `never` that always holds.
void check_possible(const TargetForm& form, const FieldPattern& field, Problems& problems) {
    check_number(form, field, problems);
    if (field.field != form.fields.front()) return;
    if (std::holds_alternative<Absent>(field.matcher.rule) && !field.matcher.negated)
        problems.push_back({field.matcher.at.position,
                            fmt::format("every {}.{} has a {}", form.actor, form.name, field.field),
                            "no event can match; leave the field out to match any"});
    const auto* const literal = std::get_if<Literal>(&field.matcher.rule);
    if (literal == nullptr || form.choices.empty() || literal->text.contains("${")) return;
    if (std::ranges::find(form.choices, literal->text) != form.choices.end()) return;
    problems.push_back({field.matcher.at.position,
                        fmt::format("no {} is ever '{}'", field.field, literal->text),
                        document::suggestion(literal->text, form.choices)});
}

std::vector<FieldPattern> read_group(const Entry& entry, Problems& problems) {
    std::vector<FieldPattern> fields;
    if (entry.value.kind != Node::Kind::Map || entry.value.entries.empty())
        problems.push_back({entry.value.at, fmt::format("'{}' must be a group of keys", entry.key),
                            fmt::format("for example {}: {{ region: Europe }}", entry.key)});
    for (const Entry& member : entry.value.entries)
        fields.push_back({entry.key + "." + member.key, read_matcher(member.value, problems)});
    return fields;
}

std::vector<FieldPattern> read_fields(const TargetForm& form, const Node& node, Problems& problems) {
    std::vector<FieldPattern> fields;
    for (const Entry& entry : node.entries) {
        if (std::ranges::find(form.fields, entry.key) == form.fields.end()) {
            problems.push_back({entry.key_at,
                                fmt::format("{}.{} has no field '{}'", form.actor, form.name, entry.key),
                                document::suggestion(entry.key, form.fields)});
        } else if (entry.key == form.group) {
            for (FieldPattern& field : read_group(entry, problems)) fields.push_back(std::move(field));
        } else {
            fields.push_back({entry.key, read_matcher(entry.value, problems)});
        }
    }
    return fields;
}

}  // namespace

Matcher read_matcher(const Node& node, Problems& problems) {
    Matcher matcher{.at = {node.at}, .rule = Literal{node.scalar}};
    if (node.kind == Node::Kind::Scalar) return matcher;
    const bool is_single = node.kind == Node::Kind::Map && node.entries.size() == 1;
    if (!is_single) {
        problems.push_back({node.at, "this must be a text or one matcher",
                            fmt::format("a matcher is one of {}", fmt::join(matcher_words, ", "))});
        return matcher;
    }
    const Entry& entry = node.entries.front();
    if (is_matcher_word(entry.key)) return read_ruled(entry, std::move(matcher), problems);
    problems.push_back({entry.key_at, fmt::format("unknown matcher '{}'", entry.key),
                        document::suggestion(entry.key, matcher_words)});
    return matcher;
}

Pattern read_pattern(const Entry& entry, Problems& problems) {
    Pattern pattern{.at = {entry.key_at}, .actor = {}, .fields = {}};
    const TargetForm* const form = find_target(entry, problems);
    if (form == nullptr) return pattern;
    const auto key = cut_key(entry.key);
    check_name(*form, entry, key->name, problems);
    pattern.target = form->target;
    pattern.actor = key->name;
    const Node& value = entry.value;
    if (value.kind == Node::Kind::Null) return pattern;
    const bool is_fields = value.kind == Node::Kind::Map && !value.entries.empty() &&
                           !is_matcher_word(value.entries.front().key);
    if (is_fields)
        pattern.fields = read_fields(*form, value, problems);
    else
        pattern.fields.push_back({std::string(form->fields.front()), read_matcher(value, problems)});
    for (const FieldPattern& field : pattern.fields) check_possible(*form, field, problems);
    return pattern;
}

}  // namespace scenario
