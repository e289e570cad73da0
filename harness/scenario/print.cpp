#include <fmt/format.h>
#include <fmt/ranges.h>

#include "harness/scenario/overloaded.h"
#include "harness/scenario/scenario.h"

namespace scenario {
namespace {

// A double-quoted scalar, which YAML and JSON share.
std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        const auto code = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            out += fmt::format("\\{}", c);
        else if (c == '\n')
            out += "\\n";
        else if (code < 0x20U || code == 0x7fU)
            out += fmt::format("\\x{:02x}", code);
        else
            out += c;
    }
    return out + '"';
}

std::string duration_text(base::Duration duration) {
    const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(duration).count();
    if (milliseconds % 1000 != 0) return fmt::format("{}ms", milliseconds);
    return fmt::format("{}s", milliseconds / 1000);
}

std::string named(std::string_view actor, std::string_view name) {
    return name.empty() ? std::string(actor) : fmt::format("{}({})", actor, name);
}

std::string quoted_list(const std::vector<std::string>& texts) {
    std::vector<std::string> items;
    for (const std::string& text : texts) items.push_back(quoted(text));
    return fmt::format("[{}]", fmt::join(items, ", "));
}

std::string_view shape_name(Shape shape) {
    switch (shape) {
        case Shape::Text:
            return "text";
        case Shape::Uuid:
            return "uuid";
        case Shape::Hex32:
            return "hex32";
        case Shape::Number:
            return "number";
    }
    return "text";
}

std::string_view signature_name(Signature signature) {
    switch (signature) {
        case Signature::Wrong:
            return "wrong";
        case Signature::Missing:
            return "missing";
        case Signature::Hex:
            return "hex";
        case Signature::Truncated:
            return "truncated";
        case Signature::Reserialised:
            return "reserialised";
        case Signature::Valid:
            return "valid";
    }
    return "wrong";
}

std::string matcher_text(const Matcher& matcher) {
    const std::string rule = std::visit(
        Overloaded{
            [](const Literal& literal) { return quoted(literal.text); },
            [](const Contains& contains) { return fmt::format("{{ contains: {} }}", quoted(contains.part)); },
            [](const Regex& regex) { return fmt::format("{{ regex: {} }}", quoted(regex.expression)); },
            [](const Absent&) { return std::string("{ absent: true }"); },
            [](const Any& any) { return fmt::format("{{ any: {} }}", shape_name(any.shape)); },
            [](const AtLeast& least) { return fmt::format("{{ gte: {} }}", least.bound); },
            [](const AtMost& most) { return fmt::format("{{ lte: {} }}", most.bound); },
            [](const Capture& capture) { return fmt::format("{{ capture: {} }}", capture.name); },
        },
        matcher.rule);
    return matcher.negated ? fmt::format("{{ not: {} }}", rule) : rule;
}

// "attributes.region" and its neighbours of the same group become attributes: { region: ..., section: ... }.
std::string fields_text(const Pattern& pattern) {
    const std::string group(form_of(pattern.target).group);
    std::vector<std::string> parts;
    std::vector<std::string> members;
    for (const FieldPattern& field : pattern.fields) {
        const bool is_member = !group.empty() && field.field.starts_with(group + ".");
        const std::string name = is_member ? quoted(field.field.substr(group.size() + 1)) : field.field;
        (is_member ? members : parts).push_back(fmt::format("{}: {}", name, matcher_text(field.matcher)));
    }
    if (!members.empty()) parts.push_back(fmt::format("{}: {{ {} }}", group, fmt::join(members, ", ")));
    return fmt::format("{{ {} }}", fmt::join(parts, ", "));
}

std::string pattern_text(const Pattern& pattern) {
    const std::string key = key_of(pattern.target, pattern.actor);
    if (pattern.fields.empty()) return key + ": ~";
    const bool is_main_only =
        pattern.fields.size() == 1 && pattern.fields.front().field == form_of(pattern.target).fields.front();
    if (is_main_only) return fmt::format("{}: {}", key, matcher_text(pattern.fields.front().matcher));
    return fmt::format("{}: {}", key, fields_text(pattern));
}

// "key: value" pairs that are there, as a flow mapping; nothing when none is.
class Flow {
  public:
    Flow& add(std::string_view key, std::string_view value) {
        if (!value.empty()) parts_.push_back(fmt::format("{}: {}", key, value));
        return *this;
    }
    Flow& add_text(std::string_view key, std::string_view text) {
        return text.empty() ? *this : add(key, quoted(text));
    }
    std::string text() const {
        return parts_.empty() ? "" : fmt::format(": {{ {} }}", fmt::join(parts_, ", "));
    }

  private:
    std::vector<std::string> parts_;
};

std::string print_customer_says(const CustomerSays& step) {
    const std::string who = named("customer", step.customer);
    if (!step.first_name && !step.last_name) return fmt::format("{}: {}", who, quoted(step.text));
    Flow flow;
    flow.add("text", quoted(step.text));
    if (step.first_name) flow.add("firstName", quoted(*step.first_name));
    if (step.last_name) flow.add("lastName", quoted(*step.last_name));
    return who + ".says" + flow.text();
}

std::string print_agent_says(const AgentSays& step) {
    const std::string who = named("agent", step.agent);
    if (step.capture.empty() && step.conversation.empty())
        return fmt::format("{}: {}", who, quoted(step.text));
    Flow flow;
    flow.add("text", quoted(step.text))
        .add("capture", step.capture)
        .add_text("conversation", step.conversation);
    return who + ".says" + flow.text();
}

std::string print_wraps_up(const AgentWrapsUp& step) {
    const std::string key = named("agent", step.agent) + ".wraps-up";
    if (step.conversation.empty()) return fmt::format("{}: {}", key, quoted(step.code));
    return key + Flow{}.add("code", quoted(step.code)).add_text("conversation", step.conversation).text();
}

std::string print_accepts(const AgentAccepts& step) {
    Flow flow;
    flow.add_text("conversation", step.conversation);
    if (step.within != within_default) flow.add("within", duration_text(step.within));
    return named("agent", step.agent) + ".accepts" + flow.text();
}

std::string print_fault(const InjectFault& fault) {
    Flow flow;
    if (fault.operation) flow.add("operation", quoted(*fault.operation));
    flow.add("first", fmt::format("{}", fault.first));
    std::visit(Overloaded{
                   [&](const FaultAnswer& answer) { flow.add("answer", fmt::format("{}", answer.status)); },
                   [&](const FaultLose& lose) {
                       flow.add("lose", lose.what == Lost::Request ? "request" : "response");
                   },
                   [&](const FaultDelay& delay) { flow.add("delay", duration_text(delay.duration)); },
               },
               fault.effect);
    return fault.operation ? "fault" + flow.text() : fmt::format("fault: {{ webhook{} }}", flow.text());
}

std::string print_forged(const ForgeWebhook& step) {
    Flow flow;
    flow.add("text", quoted(step.text)).add("signature", signature_name(step.signature));
    flow.add_text("conversation", step.conversation).add("status", fmt::format("{}", step.status));
    return "webhook.forged" + flow.text();
}

std::string strict_text(const Pattern& pattern) { return pattern.is_strict ? ", strict: true" : ""; }

std::string print_expect(const Expect& step) {
    const std::string_view verb = step.severity == Severity::Hard ? "expect" : "check";
    const std::string within =
        step.within == within_default ? "" : fmt::format(", within: {}", duration_text(step.within));
    return fmt::format("{}: {{ {}{}{} }}", verb, pattern_text(step.pattern), strict_text(step.pattern),
                       within);
}

std::string span_text(const std::optional<base::Duration>& span) {
    return span ? "for: " + duration_text(*span) : "until: idle";
}

std::string print_exactly(const ExpectExactly& step) {
    return fmt::format("{}: {{ {}{}, exactly: {}, {} }}",
                       step.severity == Severity::Hard ? "expect" : "check", pattern_text(step.pattern),
                       strict_text(step.pattern), step.times, span_text(step.span));
}

std::string print_never(const Never& step) {
    return fmt::format("never: {{ {}{}, {} }}", pattern_text(step.pattern), strict_text(step.pattern),
                       span_text(step.span));
}

std::string optional_line(std::string_view key, std::string_view value) {
    return value.empty() ? "" : fmt::format("{}: {}\n", key, value);
}

std::string worlds_text(const Scenario& scenario) {
    if (scenario.worlds.size() != 1) return {};
    return fmt::format("worlds: [{}]\n", name_of(scenario.worlds.front()));
}

}  // namespace

std::string print_step(const Step& step) {
    return std::visit(
        Overloaded{
            [](const CustomerSays& action) { return print_customer_says(action); },
            [](const CustomerRepeats& action) { return named("customer", action.customer) + ".repeats"; },
            [](const CustomerReconnects& action) {
                return named("customer", action.customer) + ".reconnects";
            },
            [](const CustomerReloads& action) { return named("customer", action.customer) + ".reloads"; },
            [](const CustomerPresence& action) {
                return named("customer", action.customer) +
                       (action.presence == Presence::Left ? ".leaves" : ".returns");
            },
            [](const AgentGoesOnQueue& action) { return named("agent", action.agent) + ".on-queue"; },
            [](const AgentGoesOffQueue& action) { return named("agent", action.agent) + ".off-queue"; },
            [](const AgentAccepts& action) { return print_accepts(action); },
            [](const AgentSays& action) { return print_agent_says(action); },
            [](const AgentDisconnects& action) {
                return named("agent", action.agent) + ".disconnects" +
                       Flow{}.add_text("conversation", action.conversation).text();
            },
            [](const AgentWrapsUp& action) { return print_wraps_up(action); },
            [](const TimePasses& action) { return "after: " + duration_text(action.duration); },
            [](const InjectFault& action) { return print_fault(action); },
            [](const ClearFaults&) { return std::string("genesys.clears-faults"); },
            [](const ExpireTokens&) { return std::string("genesys.expires-tokens"); },
            [](const CrashBridge&) { return std::string("bridge.crashes"); },
            [](const RestartBridge&) { return std::string("bridge.restarts"); },
            [](const ForgeWebhook& action) { return print_forged(action); },
            [](const Expect& action) { return print_expect(action); },
            [](const ExpectExactly& action) { return print_exactly(action); },
            [](const Never& action) { return print_never(action); },
        },
        step.action);
}

std::string print(const Scenario& scenario) {
    std::string out =
        fmt::format("version: 1\ntitle: {}\nwhy: {}\n", quoted(scenario.title), quoted(scenario.why));
    if (!scenario.proves.empty()) out += optional_line("proves", quoted_list(scenario.proves));
    if (!scenario.tags.empty()) out += optional_line("tags", quoted_list(scenario.tags));
    out += worlds_text(scenario);
    if (!scenario.because.empty()) out += optional_line("because", quoted(scenario.because));
    if (!scenario.skip.empty()) out += optional_line("skip", quoted(scenario.skip));
    if (!scenario.xfail.empty()) out += optional_line("xfail", quoted(scenario.xfail));
    if (!scenario.secrets.empty()) out += optional_line("secrets", quoted_list(scenario.secrets));
    if (!scenario.organisation.empty()) out += optional_line("organisation", quoted(scenario.organisation));
    if (!scenario.bridge.empty()) out += optional_line("bridge", quoted(scenario.bridge));
    if (scenario.seed) out += fmt::format("seed: {}\n", *scenario.seed);
    out += "steps:\n";
    for (const Step& step : scenario.steps) out += fmt::format("  - {}\n", print_step(step));
    return out;
}

}  // namespace scenario
