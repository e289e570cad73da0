#include "harness/command/schema.h"

#include <fmt/format.h>

#include "foundation/json/json.h"
#include "harness/scenario/grammar.h"
#include "harness/scenario/matrix.h"
#include "harness/scenario/scenario.h"

namespace command {
namespace {

using json::Ordered;
using scenario::Naming;
using scenario::TargetForm;
using scenario::Verb;
using scenario::VerbForm;

// A value that a row of a matrix or a capture may stand for.
constexpr std::string_view reference = "\\$\\{[A-Za-z0-9_-]+\\}";
constexpr std::string_view duration = "^([0-9]+(ms|s|m|h))+$";

Ordered refer(std::string_view name) { return {{"$ref", fmt::format("#/definitions/{}", name)}}; }

Ordered described(Ordered schema, std::string_view meaning) {
    schema["description"] = meaning;
    return schema;
}

Ordered closed(Ordered properties, std::vector<std::string> required = {}) {
    Ordered schema{
        {"type", "object"}, {"properties", std::move(properties)}, {"additionalProperties", false}};
    if (!required.empty()) schema["required"] = std::move(required);
    return schema;
}

Ordered any_of(std::vector<Ordered> schemas) { return {{"anyOf", std::move(schemas)}}; }

Ordered null() { return {{"type", "null"}}; }

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '.' || c == '(' || c == ')') out += '\\';
        out += c;
    }
    return out;
}

// The expression of a key: "agent(ann).says".
std::string key_pattern(std::string_view actor, Naming naming, std::string_view name) {
    const std::string_view bracket = "\\([A-Za-z0-9_${}-]+\\)";
    std::string pattern = fmt::format("^{}", escaped(actor));
    if (naming == Naming::Required) pattern += bracket;
    if (naming == Naming::Optional) pattern += fmt::format("({})?", bracket);
    if (!name.empty()) pattern += fmt::format("\\.{}", escaped(name));
    return pattern + "$";
}

std::string verb_pattern(const VerbForm& form) {
    std::string pattern = key_pattern(form.actor, form.naming, form.name);
    if (form.is_shorthand) {
        const std::string ending = fmt::format("\\.{}$", escaped(form.name));
        pattern.resize(pattern.size() - ending.size());
        pattern += fmt::format("(\\.{})?$", escaped(form.name));
    }
    return pattern;
}

Ordered text_or(Ordered properties, std::vector<std::string> required) {
    return any_of({refer("scalar"), closed(std::move(properties), std::move(required))});
}

Ordered expectation(Ordered more) {
    more["strict"] = described(refer("flag"), "The event has no fields but those named.");
    more["until"] = {{"enum", {"idle"}}};
    more["for"] = refer("duration");
    Ordered targets = Ordered::object();
    for (const TargetForm& form : scenario::targets())
        targets[key_pattern(form.actor, form.naming, form.name)] =
            refer(fmt::format("{}.{}", form.actor, form.name));
    return {{"type", "object"},
            {"properties", std::move(more)},
            {"patternProperties", std::move(targets)},
            {"additionalProperties", false}};
}

Ordered fault() {
    const Ordered effects{{"first", refer("integer")},
                          {"answer", refer("integer")},
                          {"lose", {{"enum", {"request", "response"}}}},
                          {"delay", refer("duration")}};
    Ordered operation = effects;
    operation["operation"] = refer("scalar");
    return any_of({closed({{"webhook", closed(effects)}}, {"webhook"}), closed(operation, {"operation"})});
}

Ordered forged() {
    return closed(
        {{"text", refer("scalar")},
         {"signature", {{"enum", {"wrong", "missing", "hex", "truncated", "reserialised", "valid"}}}},
         {"conversation", refer("scalar")},
         {"status", refer("integer")}},
        {"text"});
}

Ordered connector_calls() {
    return closed({{"operation", refer("scalar")},
                   {"body", Ordered::object()},
                   {"status", refer("integer")},
                   {"code", refer("scalar")},
                   {"capture", refer("word")}},
                  {"operation"});
}

Ordered value_of(Verb verb) {
    const Ordered conversation = closed({{"conversation", refer("scalar")}});
    switch (verb) {
        case Verb::CustomerSays:
            return text_or(
                {{"text", refer("scalar")}, {"firstName", refer("scalar")}, {"lastName", refer("scalar")}},
                {"text"});
        case Verb::AgentAccepts:
            return any_of(
                {null(), closed({{"conversation", refer("scalar")}, {"within", refer("duration")}})});
        case Verb::AgentSays:
            return text_or(
                {{"text", refer("scalar")}, {"capture", refer("word")}, {"conversation", refer("scalar")}},
                {"text"});
        case Verb::AgentDisconnects:
            return any_of({null(), conversation});
        case Verb::AgentWrapsUp:
            return text_or({{"code", refer("scalar")}, {"conversation", refer("scalar")}}, {"code"});
        case Verb::After:
        case Verb::Heal:
            return refer("duration");
        case Verb::Fault:
            return fault();
        case Verb::WebhookForged:
            return forged();
        case Verb::ConnectorCalls:
            return connector_calls();
        case Verb::Expect:
        case Verb::Check:
            return expectation({{"within", refer("duration")}, {"exactly", refer("integer")}});
        case Verb::Never:
            return expectation(Ordered::object());
        case Verb::Use:
            return closed({{"file", refer("scalar")},
                           {"with", {{"type", "object"}, {"additionalProperties", refer("scalar")}}}},
                          {"file"});
        case Verb::CustomerRepeats:
        case Verb::CustomerReconnects:
        case Verb::CustomerReloads:
        case Verb::CustomerLeaves:
        case Verb::CustomerReturns:
        case Verb::AgentOnQueue:
        case Verb::AgentOffQueue:
        case Verb::GenesysClearsFaults:
        case Verb::GenesysExpiresTokens:
        case Verb::BridgeCrashes:
        case Verb::BridgeRestarts:
            return null();
    }
    return null();
}

bool may_stand_alone(Verb verb) {
    const Ordered value = value_of(verb);
    return value == null() || (value.contains("anyOf") && value["anyOf"][0] == null());
}

Ordered step() {
    Ordered keyed = Ordered::object();
    std::vector<Ordered> alone;
    for (const VerbForm& form : scenario::verbs()) {
        keyed[verb_pattern(form)] = described(value_of(form.verb), form.meaning);
        if (may_stand_alone(form.verb))
            alone.push_back(
                described({{"type", "string"}, {"pattern", key_pattern(form.actor, form.naming, form.name)}},
                          form.meaning));
    }
    std::vector<Ordered> forms{Ordered{{"type", "object"},
                                       {"patternProperties", std::move(keyed)},
                                       {"additionalProperties", false},
                                       {"minProperties", 1},
                                       {"maxProperties", 1}}};
    forms.insert(forms.end(), alone.begin(), alone.end());
    return any_of(std::move(forms));
}

Ordered pattern_of(const TargetForm& form) {
    Ordered fields = Ordered::object();
    for (const std::string_view field : form.fields)
        fields[std::string(field)] = field == form.group ? Ordered{{"type", "object"},
                                                                   {"additionalProperties", refer("matcher")},
                                                                   {"minProperties", 1}}
                                                         : refer("matcher");
    Ordered main = refer("matcher");
    if (!form.choices.empty())
        main = any_of({Ordered{{"enum", form.choices}}, Ordered{{"type", "string"}, {"pattern", reference}},
                       refer("rule")});
    if (!form.choices.empty()) fields[std::string(form.fields.front())] = main;
    return described(any_of({null(), main, closed(std::move(fields))}), form.meaning);
}

Ordered rule() {
    const Ordered integer = refer("integer");
    return Ordered{{"type", "object"},
                   {"properties",
                    {{"contains", refer("scalar")},
                     {"regex", {{"type", "string"}, {"maxLength", 500}}},
                     {"any", {{"enum", {"text", "uuid", "hex32", "number"}}}},
                     {"gte", integer},
                     {"lte", integer},
                     {"absent", {{"const", true}}},
                     {"capture", refer("word")},
                     {"not", refer("matcher")}}},
                   {"additionalProperties", false},
                   {"minProperties", 1},
                   {"maxProperties", 1}};
}

Ordered definitions() {
    Ordered all{
        {"scalar", {{"type", {"string", "number", "boolean"}}}},
        {"word", {{"type", {"string", "number"}}, {"pattern", "^[A-Za-z0-9_-]+$"}}},
        {"flag", {{"type", "boolean"}}},
        {"integer",
         any_of({Ordered{{"type", "integer"}}, Ordered{{"type", "string"}, {"pattern", "^-?[0-9]+$"}},
                 Ordered{{"type", "string"}, {"pattern", reference}}})},
        {"duration", any_of({Ordered{{"type", "string"}, {"pattern", duration}},
                             Ordered{{"type", "string"}, {"pattern", reference}}})},
        {"rule", rule()},
        {"matcher", any_of({refer("scalar"), refer("rule")})},
        {"step", step()},
    };
    for (const TargetForm& form : scenario::targets())
        all[fmt::format("{}.{}", form.actor, form.name)] = pattern_of(form);
    return all;
}

Ordered schema_of_key(std::string_view key) {
    const Ordered texts{{"type", "array"}, {"items", refer("scalar")}};
    if (key == "version") return {{"enum", {1, "1"}}};
    if (key == "steps")
        return {
            {"type", "array"}, {"items", refer("step")}, {"minItems", 1}, {"maxItems", scenario::steps_max}};
    if (key == "proves") return any_of({refer("scalar"), texts});
    if (key == "tags" || key == "secrets") return texts;
    if (key == "worlds")
        return {{"type", "array"}, {"items", {{"enum", {"simulated", "live"}}}}, {"minItems", 1}};
    if (key == "seed") return refer("integer");
    if (key == "skip" || key == "xfail") return {{"type", {"string", "number"}}, {"minLength", 1}};
    if (key == "matrix")
        return any_of({Ordered{{"type", "object"},
                               {"additionalProperties",
                                {{"type", "array"}, {"items", refer("scalar")}, {"minItems", 1}}},
                               {"minProperties", 1}},
                       Ordered{{"type", "array"},
                               {"items", {{"type", "object"}, {"additionalProperties", refer("scalar")}}},
                               {"minItems", 1},
                               {"maxItems", scenario::rows_max}}});
    return refer("scalar");
}

}  // namespace

std::string scenario_schema() {
    Ordered properties = Ordered::object();
    for (const scenario::Explanation& key : scenario::file_keys()) {
        const std::string name(key.form.substr(0, key.form.find(':')));
        properties[name] = described(schema_of_key(name), key.meaning);
    }
    Ordered schema{{"$schema", "http://json-schema.org/draft-07/schema#"}, {"title", "Handover scenario"}};
    schema.update(closed(std::move(properties), {"version", "title", "why", "steps"}));
    schema["definitions"] = definitions();
    return json::dump(schema) + "\n";
}

}  // namespace command
