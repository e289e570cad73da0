#include "harness/scenario/grammar.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace scenario {
namespace {

constexpr std::array verb_table{
    VerbForm{Verb::CustomerSays, "customer", "says", true, Naming::Optional,
             "text, or { text, firstName?, lastName? }",
             "Writes a line in the chat. Like a real chat client it sends the line again, with the same "
             "message id, "
             "for as long as the bridge is away or answers 5xx; other refusals fail the step."},
    VerbForm{Verb::CustomerRepeats, "customer", "repeats", false, Naming::Optional, "",
             "Sends the last line again with the same message id, as a client does that missed the answer."},
    VerbForm{Verb::CustomerReconnects, "customer", "reconnects", false, Naming::Optional, "",
             "Drops the connection that carries the chat and opens it again behind the last event seen."},
    VerbForm{
        Verb::CustomerReloads, "customer", "reloads", false, Naming::Optional, "",
        "Opens the chat from its beginning; fails unless every event seen so far comes again, byte by byte."},
    VerbForm{Verb::CustomerLeaves, "customer", "leaves", false, Naming::Optional, "",
             "Closes the page: the chat client tells that the customer is gone."},
    VerbForm{Verb::CustomerReturns, "customer", "returns", false, Naming::Optional, "",
             "Opens the page again: the chat client tells that the customer is back."},
    VerbForm{Verb::AgentOnQueue, "agent", "on-queue", false, Naming::Required, "", "Takes work from now on."},
    VerbForm{Verb::AgentOffQueue, "agent", "off-queue", false, Naming::Required, "", "Takes no more work."},
    VerbForm{Verb::AgentAccepts, "agent", "accepts", false, Naming::Required,
             "nothing, or { conversation?, within? }",
             "Waits until a conversation rings at this agent and accepts it."},
    VerbForm{Verb::AgentSays, "agent", "says", true, Naming::Required,
             "text, or { text, capture?, conversation? }",
             "Sends a line to the customer; `capture` keeps the id of the message."},
    VerbForm{Verb::AgentDisconnects, "agent", "disconnects", false, Naming::Required,
             "nothing, or { conversation? }", "Ends the conversation on the agent's side."},
    VerbForm{Verb::AgentWrapsUp, "agent", "wraps-up", false, Naming::Required,
             "a wrap-up code, or { code, conversation? }", "Files the conversation that was disconnected."},
    VerbForm{Verb::After, "after", "", false, Naming::None, "a duration", "Lets time pass."},
    VerbForm{Verb::Fault, "fault", "", false, Naming::None,
             "{ webhook: { first?, answer | lose | delay } } or { operation, first?, answer | lose | delay }",
             "The next `first` (default 1) webhooks, or requests of that operation (`POST /api/v2/...`), go "
             "wrong: "
             "`answer: 503`, `lose: request`, `lose: response` or `delay: 12s`."},
    VerbForm{Verb::GenesysClearsFaults, "genesys", "clears-faults", false, Naming::None, "",
             "Removes every fault that is still in place."},
    VerbForm{Verb::GenesysExpiresTokens, "genesys", "expires-tokens", false, Naming::None, "",
             "Every access token issued so far is expired from now on."},
    VerbForm{Verb::BridgeCrashes, "bridge", "crashes", false, Naming::None, "",
             "Kills the bridge without any chance to store or send."},
    VerbForm{Verb::BridgeRestarts, "bridge", "restarts", false, Naming::None, "",
             "Starts the bridge again on what it had stored."},
    VerbForm{Verb::WebhookForged, "webhook", "forged", false, Naming::None,
             "{ text, signature: wrong | missing | hex | truncated | reserialised | valid, conversation?, "
             "status? }",
             "Somebody posts a webhook to the bridge. `hex`, `truncated`, `reserialised` and `valid` use the "
             "secret of "
             "the bridge file; the bridge must answer `status` (default 401)."},
    VerbForm{
        Verb::Expect, "expect", "", false, Naming::None,
        "{ target: pattern, within?, strict? } or { target: pattern, exactly: n, until: idle | for: duration "
        "}",
        "Waits until the target has an event that matches, at most `within` (default 30s); then the run "
        "stops. `strict: true`: the event has no fields but those named. `exactly: n` waits until nothing is "
        "under way, or that long, and counts the events of the whole run."},
    VerbForm{Verb::Check, "check", "", false, Naming::None, "as `expect`",
             "As `expect`, but a failure is reported and the run goes on."},
    VerbForm{
        Verb::Never, "never", "", false, Naming::None, "{ target: pattern, until: idle | for: duration }",
        "No event of the whole run matches, before or during this step, but those that an `expect` took. "
        "`until: idle` waits until nothing is under way, `for` that long."},
    VerbForm{Verb::Use, "use", "", false, Naming::None, "{ file, with? }",
             "The steps of another file, a part, stand here. A part has `parameters: [name]` and `steps`, "
             "its name "
             "ends in `.part.yaml` and is relative to the scenario; `with: { name: value }` is put in for "
             "`${name}`."},
};

const std::array target_table{
    TargetForm{
        Target::CustomerSees,
        "customer",
        "sees",
        Naming::Optional,
        Scope::Next,
        {"text", "source", "message", "quickReply"},
        {},
        "",
        "A line in the chat; `source` is bot or agent, `quickReply` the first answer that is offered."},
    TargetForm{Target::CustomerStatus,
               "customer",
               "status",
               Naming::Optional,
               Scope::Next,
               {"status", "generation"},
               {"queue", "active", "completed", "cancelled", "error"},
               "",
               "The handover status of the chat.",
               {"generation"}},
    TargetForm{
        Target::AgentSees,
        "agent",
        "sees",
        Naming::Required,
        Scope::Next,
        {"text", "message", "conversation"},
        {},
        "",
        "A line of the customer in a conversation the agent is connected to; what was written before comes "
        "when the agent connects."},
    TargetForm{Target::BotResumes,
               "bot",
               "resumes",
               Naming::Optional,
               Scope::Next,
               {"status", "generation"},
               {"completed", "cancelled", "error"},
               "",
               "The handover is over and the bot has the chat again; `bot(ben)` names the customer.",
               {"generation"}},
    TargetForm{
        Target::GenesysWebhook,
        "genesys",
        "webhook",
        Naming::None,
        Scope::Whole,
        {"message", "conversation", "attempts", "verdict", "status", "failure"},
        {},
        "",
        "A webhook that is settled: delivered or failed (`verdict`), after so many attempts, with the last "
        "status or failure.",
        {"attempts", "status"}},
    TargetForm{Target::GenesysMessage,
               "genesys",
               "message",
               Naming::None,
               Scope::Whole,
               {"text", "message", "conversation", "providerMessage", "from", "agent", "attributes"},
               {},
               "attributes",
               "An inbound message that Genesys Cloud accepted; `attributes` is a group."},
    TargetForm{Target::GenesysParticipant,
               "genesys",
               "participant",
               Naming::None,
               Scope::Whole,
               {"state", "purpose", "agent", "queue", "conversation", "disconnectType"},
               {},
               "",
               "A participant changed its state."},
    TargetForm{Target::GenesysConversation,
               "genesys",
               "conversation",
               Naming::None,
               Scope::Whole,
               {"state", "conversation", "from", "disconnectType"},
               {"started", "ended"},
               "",
               "A conversation started or ended."},
    TargetForm{Target::GenesysRefuses,
               "genesys",
               "refuses",
               Naming::None,
               Scope::Whole,
               {"status", "operation", "code"},
               {},
               "",
               "Genesys Cloud refused a request.",
               {"status"}},
};

constexpr std::array file_key_table{
    Explanation{"version: 1", "Required."},
    Explanation{"title", "Required. One sentence that says what holds."},
    Explanation{"why", "Required. What goes wrong in the world if it does not hold."},
    Explanation{"proves", "The vendor behaviours it shows: a name or a list of names."},
    Explanation{"tags", "A list of words."},
    Explanation{"worlds", "`[simulated, live]` if not given."},
    Explanation{"because", "Required if a world is missing: why."},
    Explanation{"skip", "The reason why it is not played; `--run-skipped` plays it all the same."},
    Explanation{"xfail", "The reason why it is known to fail; if it passes, that is a failure."},
    Explanation{
        "matrix",
        "Values by column, `{ status: [500, 503] }`: every combination is a case of its own, with its "
        "values for `${status}`; or a list of rows, `[{ status: 500 }, { status: 503 }]`."},
    Explanation{"secrets", "A list of texts that no report and no trace may show."},
    Explanation{"organisation",
                "Path of the organisation file, relative to the scenario. Default: "
                "`fixtures/organisations/first-handover.yaml` of the nearest folder above that has one."},
    Explanation{
        "bridge",
        "Path of the bridge configuration. Default: `fixtures/bridges/first-handover.yaml`, found alike."},
    Explanation{"seed", "A number; `--seed` wins. Default 1."},
    Explanation{"steps", "Required. What happens, in order."},
};

constexpr std::array matcher_table{
    Explanation{"text", "exactly this"},
    Explanation{"{ contains: text }", "this is a part of it"},
    Explanation{"{ regex: expression }", "the ECMAScript expression is found in it"},
    Explanation{"{ any: text | uuid | hex32 | number }", "something of this shape"},
    Explanation{"{ gte: n }, { lte: n }", "a whole number of at least, at most n"},
    Explanation{"{ absent: true }", "the event does not have this field"},
    Explanation{"{ capture: name }", "anything; it is `${name}` in the steps below"},
    Explanation{"{ not: matcher }", "the field is there, and the matcher does not hold"},
};

std::string bracket(Naming naming, std::string_view example) {
    switch (naming) {
        case Naming::None:
            return {};
        case Naming::Optional:
        case Naming::Required:
            return fmt::format("({})", example);
    }
    return {};
}

std::string written_form(const VerbForm& form) {
    const std::string_view example = form.actor == "agent" ? "ann" : "ben";
    const std::string name = form.naming == Naming::Required ? bracket(form.naming, example) : "";
    std::string key = fmt::format("{}{}", form.actor, name);
    if (!form.name.empty()) key += fmt::format(".{}", form.name);
    if (form.is_shorthand)
        key = fmt::format("{}{}`, short `{}{}", form.actor, name + "." + std::string(form.name), form.actor,
                          name);
    return key;
}

template <class Entries>
std::string entry_table(std::string_view heading, std::string_view column, const Entries& entries) {
    std::string out = fmt::format("\n## {}\n\n| {} | meaning |\n|---|---|\n", heading, column);
    for (const Explanation& entry : entries) {
        std::string form(entry.form);
        for (std::size_t at = form.find('|'); at != std::string::npos; at = form.find('|', at + 2))
            form.insert(at, "\\");
        out += fmt::format("| `{}` | {} |\n", form, entry.meaning);
    }
    return out;
}

std::string escape_bars(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '|') out += '\\';
        out += c;
    }
    return out;
}

std::string verb_section() {
    std::string out = "\n## Steps\n\n| step | value | meaning |\n|---|---|---|\n";
    for (const VerbForm& form : verb_table)
        out += fmt::format("| `{}` | {} | {} |\n", written_form(form), escape_bars(form.argument),
                           escape_bars(form.meaning));
    return out;
}

std::string target_section() {
    std::string out =
        "\n## Targets\n\n| target | scope | fields, the main one first | meaning |\n|---|---|---|---|\n";
    for (const TargetForm& form : target_table) {
        std::string fields = fmt::format("{}", fmt::join(form.fields, ", "));
        if (!form.choices.empty())
            fields += fmt::format("; {} is one of {}", form.fields.front(), fmt::join(form.choices, ", "));
        out += fmt::format("| `{}` | {} | {} | {} |\n",
                           key_of(form.target, form.naming == Naming::Required ? "ann" : ""),
                           form.scope == Scope::Next ? "next" : "whole run", fields, form.meaning);
    }
    return out;
}

}  // namespace

std::span<const VerbForm> verbs() { return verb_table; }
std::span<const TargetForm> targets() { return target_table; }
std::span<const Explanation> file_keys() { return file_key_table; }
std::span<const Explanation> matchers() { return matcher_table; }

const TargetForm& form_of(Target target) {
    return *std::ranges::find(target_table, target, &TargetForm::target);
}

std::string key_of(Target target, std::string_view actor) {
    const TargetForm& form = form_of(target);
    return fmt::format("{}{}.{}", form.actor, actor.empty() ? std::string{} : fmt::format("({})", actor),
                       form.name);
}

std::string grammar_markdown() {
    return entry_table("File", "key", file_key_table) + verb_section() + target_section() +
           entry_table("Matchers", "written", matcher_table);
}

}  // namespace scenario
