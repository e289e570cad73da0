#include "harness/scenario/read_step.h"

#include <fmt/format.h>

#include <algorithm>

#include "foundation/base/nearest.h"
#include "harness/scenario/read_fault.h"
#include "harness/scenario/read_pattern.h"
#include "harness/scenario/step_key.h"

namespace scenario {
namespace {

using document::Entry;
using document::Fields;
using document::Node;
using document::Problems;

// A step as written: its key with a value, which is Null for `- agent(ann).accepts`.
struct Written {
    std::string_view key;
    document::Position at;
    const Node& value;
};

const Node no_value{};

std::optional<Written> take_apart(const Node& node, Problems& problems) {
    if (node.kind == Node::Kind::Scalar) return Written{node.scalar, node.at, no_value};
    if (node.kind == Node::Kind::Map && node.entries.size() == 1)
        return Written{node.entries.front().key, node.entries.front().key_at, node.entries.front().value};
    problems.push_back({node.at, "a step is one key with its value",
                        "each step begins with its own '- ', for example: - customer: \"Hello\""});
    return std::nullopt;
}

std::string written_name(const VerbForm& form) {
    return form.name.empty() ? std::string(form.actor) : fmt::format("{}.{}", form.actor, form.name);
}

const VerbForm* find_verb(const StepKey& key) {
    for (const VerbForm& form : verbs())
        if (form.actor == key.actor && (form.name == key.verb || (key.verb.empty() && form.is_shorthand)))
            return &form;
    return nullptr;
}

bool is_target(const StepKey& key) {
    return std::ranges::any_of(
        targets(), [&](const TargetForm& form) { return form.actor == key.actor && form.name == key.verb; });
}

// What may stand behind a known actor, or what a step may begin with: the whole list would hide the answer.
std::string allowed_steps(const StepKey& key) {
    std::vector<std::string_view> names;
    std::vector<std::string_view> actors;
    for (const VerbForm& form : verbs()) {
        if (form.actor == key.actor && !form.name.empty()) names.push_back(form.name);
        if (std::ranges::find(actors, form.actor) == actors.end()) actors.push_back(form.actor);
    }
    if (!names.empty()) return fmt::format("{} can be followed by: {}", key.actor, fmt::join(names, ", "));
    return fmt::format("steps begin with: {}", fmt::join(actors, ", "));
}

void refuse_key(const Written& written, Problems& problems) {
    const StepKey key = cut_key(written.key).value_or(StepKey{written.key, {}, {}});
    const std::string what = fmt::format("unknown step '{}'", written.key);
    if (is_target(key)) {
        problems.push_back({written.at, fmt::format("'{}' is something to see, not a step", written.key),
                            fmt::format("write - expect: {{ {}: ... }}", written.key)});
        return;
    }
    std::vector<std::string> names;
    for (const VerbForm& form : verbs()) names.push_back(written_name(form));
    const std::string word =
        key.verb.empty() ? std::string(key.actor) : fmt::format("{}.{}", key.actor, key.verb);
    const std::string_view near =
        base::nearest_name(word, std::vector<std::string_view>(names.begin(), names.end()));
    const std::string question = near.empty() ? "" : fmt::format("did you mean '{}'? ", near);
    problems.push_back({written.at, what, question + allowed_steps(key)});
}

bool check_name(const VerbForm& form, const Written& written, std::string_view name, Problems& problems) {
    if (form.naming == Naming::Required && name.empty()) {
        problems.push_back({written.at, fmt::format("'{}' does not say which {}", written.key, form.actor),
                            fmt::format("write {}(name){}", form.actor,
                                        form.name.empty() ? "" : "." + std::string(form.name))});
        return false;
    }
    if (form.naming != Naming::None || name.empty()) return true;
    problems.push_back({written.at, fmt::format("'{}' takes no name in brackets", written_name(form)),
                        fmt::format("there is only one: write {}", written_name(form))});
    return false;
}

void want_no_value(const VerbForm& form, const Node& value, Problems& problems) {
    if (value.kind != Node::Kind::Null)
        problems.push_back({value.at, fmt::format("'{}' takes no value", written_name(form)),
                            "it stands alone on its line"});
}

CustomerSays read_customer_says(std::string customer, const Node& value, Problems& problems) {
    CustomerSays step{std::move(customer), {}, {}, {}};
    if (value.kind != Node::Kind::Map) {
        step.text = document::as_text(value, "what the customer says", problems);
        return step;
    }
    Fields fields(value, problems);
    step.text = fields.text("text");
    step.first_name = fields.optional_text("firstName");
    step.last_name = fields.optional_text("lastName");
    fields.finish();
    return step;
}

AgentAccepts read_accepts(std::string agent, const Node& value, Problems& problems) {
    AgentAccepts step{std::move(agent), {}, within_default};
    if (value.kind == Node::Kind::Null) return step;
    Fields fields(value, problems);
    step.conversation = fields.text_or("conversation", "");
    step.within = fields.duration_or("within", within_default);
    fields.finish();
    return step;
}

AgentSays read_agent_says(std::string agent, const Node& value, Problems& problems) {
    AgentSays step{std::move(agent), {}, {}, {}};
    if (value.kind != Node::Kind::Map) {
        step.text = document::as_text(value, "what the agent says", problems);
        return step;
    }
    Fields fields(value, problems);
    step.text = fields.text("text");
    step.capture = fields.text_or("capture", "");
    step.conversation = fields.text_or("conversation", "");
    fields.finish();
    if (const Node* const name = value.find("capture"); name != nullptr && !is_word(step.capture))
        problems.push_back({name->at, "the name of a capture is one word", "letters, digits, '-' and '_'"});
    return step;
}

AgentDisconnects read_disconnects(std::string agent, const Node& value, Problems& problems) {
    AgentDisconnects step{std::move(agent), {}};
    if (value.kind == Node::Kind::Null) return step;
    Fields fields(value, problems);
    step.conversation = fields.text("conversation");
    fields.finish();
    return step;
}

AgentWrapsUp read_wraps_up(std::string agent, const Node& value, Problems& problems) {
    AgentWrapsUp step{std::move(agent), {}, {}};
    if (value.kind != Node::Kind::Map) {
        step.code = document::as_text(value, "the wrap-up code", problems);
        return step;
    }
    Fields fields(value, problems);
    step.code = fields.text("code");
    step.conversation = fields.text_or("conversation", "");
    fields.finish();
    return step;
}

ForgeWebhook read_forged(const Node& value, Problems& problems) {
    ForgeWebhook step;
    Fields fields(value, problems);
    step.text = fields.text("text");
    step.signature = fields.one_of<Signature>("signature",
                                              {{"wrong", Signature::Wrong},
                                               {"missing", Signature::Missing},
                                               {"hex", Signature::Hex},
                                               {"truncated", Signature::Truncated},
                                               {"reserialised", Signature::Reserialised},
                                               {"valid", Signature::Valid}},
                                              Signature::Wrong);
    step.conversation = fields.text_or("conversation", "");
    constexpr int status_unauthorised = 401;
    step.status = static_cast<int>(fields.integer_or("status", status_unauthorised, 100, 599));
    fields.finish();
    return step;
}

bool is_modifier(std::string_view key) {
    return key == "within" || key == "until" || key == "for" || key == "exactly" || key == "strict";
}

// The one entry of an expectation that is its target.
const Entry* find_target_entry(const Written& written, Problems& problems) {
    const Entry* found = nullptr;
    for (const Entry& entry : written.value.entries) {
        if (is_modifier(entry.key)) continue;
        if (found != nullptr) {
            problems.push_back(
                {entry.key_at,
                 fmt::format("'{}' has one target, and '{}' is a second", written.key, entry.key),
                 "write a step of its own for it; time limits are within, until, for"});
            return nullptr;
        }
        found = &entry;
    }
    if (found == nullptr)
        problems.push_back({written.at, fmt::format("'{}' does not say what", written.key),
                            "for example { customer.sees: \"Hello\" }"});
    return found;
}

void refuse_modifier(const Written& written, std::string_view key, std::string_view hint,
                     Problems& problems) {
    for (const Entry& entry : written.value.entries)
        if (entry.key == key)
            problems.push_back({entry.key_at, fmt::format("'{}' does not belong to '{}'", key, written.key),
                                std::string(hint)});
}

Pattern read_target(const Written& written, const Entry& target, Problems& problems) {
    Pattern pattern = read_pattern(target, problems);
    if (const Node* const strict = written.value.find("strict"))
        pattern.is_strict = document::as_bool(*strict, "'strict'", problems);
    return pattern;
}

// "until: idle" is nullopt.
std::optional<base::Duration> read_span(const Written& written, std::string_view what, Problems& problems) {
    const Node* const until = written.value.find("until");
    const Node* const span = written.value.find("for");
    if ((until == nullptr) == (span == nullptr))
        problems.push_back(
            {written.at, fmt::format("'{}' must say how long it looks", what), "until: idle, or for: 30s"});
    if (until != nullptr && until->scalar != "idle")
        problems.push_back({until->at, "'until' can only be idle", "for a stated time: for: 30s"});
    if (span == nullptr) return std::nullopt;
    return document::as_duration(*span, "'for'", problems);
}

std::optional<Action> read_exactly(const Written& written, const Entry& target, const Node& times,
                                   Severity severity, Problems& problems) {
    constexpr std::int64_t times_max = 10'000;
    refuse_modifier(written, "within", "exactly counts at the end: until: idle, or for: duration", problems);
    ExpectExactly step{read_target(written, target, problems), 0, std::nullopt, severity};
    step.times = document::as_integer(times, "'exactly'", 0, times_max, problems);
    step.span = read_span(written, "exactly", problems);
    for (const FieldPattern& field : step.pattern.fields)
        if (std::holds_alternative<Capture>(field.matcher.rule))
            problems.push_back({field.matcher.at.position, "'exactly' cannot capture",
                                "capture in an expect that waits for one event"});
    return step;
}

std::optional<Action> read_expect(const Written& written, Severity severity, Problems& problems) {
    const Entry* const target = find_target_entry(written, problems);
    if (const Node* const times = written.value.find("exactly"); times != nullptr && target != nullptr)
        return read_exactly(written, *target, *times, severity, problems);
    constexpr std::string_view hint = "an expectation has within: duration, or exactly: n with until or for";
    refuse_modifier(written, "until", hint, problems);
    refuse_modifier(written, "for", hint, problems);
    if (target == nullptr) return std::nullopt;
    Expect step{read_target(written, *target, problems), within_default, severity};
    if (const Node* const within = written.value.find("within"))
        step.within = document::as_duration(*within, "'within'", problems);
    return step;
}

std::optional<Action> read_never(const Written& written, Problems& problems) {
    const Entry* const target = find_target_entry(written, problems);
    refuse_modifier(written, "within", "never has until: idle or for: duration", problems);
    refuse_modifier(written, "exactly", "never is none at all; to count: expect: { ..., exactly: n }",
                    problems);
    if (target == nullptr) return std::nullopt;
    Never step{read_target(written, *target, problems), std::nullopt};
    step.span = read_span(written, "never", problems);
    return step;
}

std::optional<Action> read_action(const VerbForm& form, const Written& written, std::string name,
                                  Problems& problems) {
    const Node& value = written.value;
    switch (form.verb) {
        case Verb::CustomerSays:
            return read_customer_says(std::move(name), value, problems);
        case Verb::CustomerRepeats:
            want_no_value(form, value, problems);
            return CustomerRepeats{std::move(name)};
        case Verb::CustomerReconnects:
            want_no_value(form, value, problems);
            return CustomerReconnects{std::move(name)};
        case Verb::CustomerReloads:
            want_no_value(form, value, problems);
            return CustomerReloads{std::move(name)};
        case Verb::CustomerLeaves:
            want_no_value(form, value, problems);
            return CustomerPresence{std::move(name), Presence::Left};
        case Verb::CustomerReturns:
            want_no_value(form, value, problems);
            return CustomerPresence{std::move(name), Presence::Returned};
        case Verb::AgentOnQueue:
            want_no_value(form, value, problems);
            return AgentGoesOnQueue{std::move(name)};
        case Verb::AgentOffQueue:
            want_no_value(form, value, problems);
            return AgentGoesOffQueue{std::move(name)};
        case Verb::AgentAccepts:
            return read_accepts(std::move(name), value, problems);
        case Verb::AgentSays:
            return read_agent_says(std::move(name), value, problems);
        case Verb::AgentDisconnects:
            return read_disconnects(std::move(name), value, problems);
        case Verb::AgentWrapsUp:
            return read_wraps_up(std::move(name), value, problems);
        case Verb::After:
            return TimePasses{document::as_duration(value, "'after'", problems)};
        case Verb::Fault:
            return read_fault(value, problems);
        case Verb::GenesysClearsFaults:
            want_no_value(form, value, problems);
            return ClearFaults{};
        case Verb::GenesysExpiresTokens:
            want_no_value(form, value, problems);
            return ExpireTokens{};
        case Verb::BridgeCrashes:
            want_no_value(form, value, problems);
            return CrashBridge{};
        case Verb::BridgeRestarts:
            want_no_value(form, value, problems);
            return RestartBridge{};
        case Verb::WebhookForged:
            return read_forged(value, problems);
        case Verb::Expect:
            return read_expect(written, Severity::Hard, problems);
        case Verb::Check:
            return read_expect(written, Severity::Soft, problems);
        case Verb::Never:
            return read_never(written, problems);
        case Verb::Use:
            problems.push_back({written.at, "'use' does not say which file",
                                "write - use: { file: greet.part.yaml, with: { agent: ann } }"});
            return std::nullopt;
    }
    return std::nullopt;
}

}  // namespace

std::optional<Step> read_step(const Node& node, Problems& problems) {
    const auto found = take_apart(node, problems);
    if (!found) return std::nullopt;
    // The library places a value that is not there on the line below.
    const Node nothing{.at = found->at};
    const std::optional<Written> written{
        Written{found->key, found->at, found->value.kind == Node::Kind::Null ? nothing : found->value}};
    const auto key = cut_key(written->key);
    const VerbForm* const form = key ? find_verb(*key) : nullptr;
    if (form == nullptr) {
        refuse_key(*written, problems);
        return std::nullopt;
    }
    if (!check_name(*form, *written, key->name, problems)) return std::nullopt;
    auto action = read_action(*form, *written, std::string(key->name), problems);
    if (!action) return std::nullopt;
    return Step{{written->at}, *std::move(action)};
}

}  // namespace scenario
