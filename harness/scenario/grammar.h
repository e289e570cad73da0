// The grammar as one table: the reader accepts exactly what stands here, and the reference in
// scenarios/README.md is printed from it.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace scenario {

enum class Verb {
    CustomerSays,
    CustomerRepeats,
    CustomerReconnects,
    CustomerReloads,
    CustomerLeaves,
    CustomerReturns,
    AgentOnQueue,
    AgentOffQueue,
    AgentAccepts,
    AgentSays,
    AgentDisconnects,
    AgentWrapsUp,
    After,
    Fault,
    GenesysClearsFaults,
    GenesysExpiresTokens,
    BridgeCrashes,
    BridgeRestarts,
    WebhookForged,
    Expect,
    Check,
    Never,
    Use,
};

// Who may stand in brackets behind the actor: agent(ann).
enum class Naming { None, Optional, Required };

struct VerbForm {
    Verb verb;
    std::string_view actor;
    std::string_view name;  // empty: the actor alone is the key
    bool is_shorthand;      // "customer" may stand for "customer.says"
    Naming naming;
    std::string_view argument;  // how it is written, for the reference
    std::string_view meaning;
};
std::span<const VerbForm> verbs();

enum class Target {
    CustomerSees,
    CustomerStatus,
    AgentSees,
    BotResumes,
    GenesysWebhook,
    GenesysMessage,
    GenesysParticipant,
    GenesysConversation,
    GenesysRefuses,
};

// How an expectation picks its event.
enum class Scope {
    Next,   // the next unread event that matches; what it passes over is read
    Whole,  // any event of the run
};

struct TargetForm {
    Target target;
    std::string_view actor;
    std::string_view name;
    Naming naming;
    Scope scope;
    std::vector<std::string_view> fields;   // the first is meant when the value is no group of fields
    std::vector<std::string_view> choices;  // of the first field; empty: any text
    std::string_view group;                 // a field that is itself a group of free keys; empty: none
    std::string_view meaning;
    std::vector<std::string_view> numbers{};  // the fields that are whole numbers
};
std::span<const TargetForm> targets();
const TargetForm& form_of(Target target);
// "customer(ben).sees"
std::string key_of(Target target, std::string_view actor);

struct Explanation {
    std::string_view form;
    std::string_view meaning;
};
std::span<const Explanation> file_keys();
std::span<const Explanation> matchers();

// The reference of scenarios/README.md, in Markdown, ending with a line break.
std::string grammar_markdown();

}  // namespace scenario
