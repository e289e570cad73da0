// The one vocabulary of scenarios: the parser makes Steps, the runner performs them in any world, the printer
// turns them back into a file.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "foundation/base/time.h"
#include "harness/scenario/grammar.h"
#include "harness/scenario/matcher.h"

namespace scenario {

inline constexpr base::Duration within_default = std::chrono::seconds{30};

// --- customers; the name is empty for "the customer" ---

struct CustomerSays {
    std::string customer;
    std::string text;
    std::optional<std::string> first_name;
    std::optional<std::string> last_name;
    friend bool operator==(const CustomerSays&, const CustomerSays&) = default;
};
struct CustomerRepeats {
    std::string customer;
    friend bool operator==(const CustomerRepeats&, const CustomerRepeats&) = default;
};
struct CustomerReconnects {
    std::string customer;
    friend bool operator==(const CustomerReconnects&, const CustomerReconnects&) = default;
};
enum class Presence { Left, Returned };
struct CustomerPresence {  // the page was closed, or is open again
    std::string customer;
    Presence presence = Presence::Left;
    friend bool operator==(const CustomerPresence&, const CustomerPresence&) = default;
};
struct CustomerReloads {
    std::string customer;
    friend bool operator==(const CustomerReloads&, const CustomerReloads&) = default;
};

// --- agents; an empty conversation means the one that is at hand ---

struct AgentGoesOnQueue {
    std::string agent;
    friend bool operator==(const AgentGoesOnQueue&, const AgentGoesOnQueue&) = default;
};
struct AgentGoesOffQueue {
    std::string agent;
    friend bool operator==(const AgentGoesOffQueue&, const AgentGoesOffQueue&) = default;
};
struct AgentAccepts {
    std::string agent;
    std::string conversation;
    base::Duration within = within_default;
    friend bool operator==(const AgentAccepts&, const AgentAccepts&) = default;
};
struct AgentSays {
    std::string agent;
    std::string text;
    std::string capture;  // keeps the id of the message; empty: does not
    std::string conversation;
    friend bool operator==(const AgentSays&, const AgentSays&) = default;
};
struct AgentDisconnects {
    std::string agent;
    std::string conversation;
    friend bool operator==(const AgentDisconnects&, const AgentDisconnects&) = default;
};
struct AgentWrapsUp {
    std::string agent;
    std::string code;
    std::string conversation;
    friend bool operator==(const AgentWrapsUp&, const AgentWrapsUp&) = default;
};

// --- time, faults, the programs themselves ---

struct TimePasses {
    base::Duration duration{};
    friend bool operator==(const TimePasses&, const TimePasses&) = default;
};

struct FaultAnswer {
    int status = 0;
    friend bool operator==(const FaultAnswer&, const FaultAnswer&) = default;
};
enum class Lost { Request, Response };
struct FaultLose {
    Lost what = Lost::Request;
    friend bool operator==(const FaultLose&, const FaultLose&) = default;
};
struct FaultDelay {
    base::Duration duration{};
    friend bool operator==(const FaultDelay&, const FaultDelay&) = default;
};
struct InjectFault {
    std::optional<std::string> operation;  // "POST /api/v2/..."; nullopt: the webhooks
    std::int64_t first = 1;                // how many exchanges it meets
    std::variant<FaultAnswer, FaultLose, FaultDelay> effect;
    friend bool operator==(const InjectFault&, const InjectFault&) = default;
};
struct ClearFaults {
    friend bool operator==(const ClearFaults&, const ClearFaults&) = default;
};
struct ExpireTokens {
    friend bool operator==(const ExpireTokens&, const ExpireTokens&) = default;
};
struct CrashBridge {
    friend bool operator==(const CrashBridge&, const CrashBridge&) = default;
};
struct RestartBridge {
    friend bool operator==(const RestartBridge&, const RestartBridge&) = default;
};

// How a forged webhook is signed. All but Wrong and Missing start from the secret of the bridge file.
enum class Signature { Wrong, Missing, Hex, Truncated, Reserialised, Valid };
struct ForgeWebhook {
    std::string text;
    Signature signature = Signature::Wrong;
    std::string conversation;  // empty: one that does not exist
    int status = 401;          // what the bridge must answer
    friend bool operator==(const ForgeWebhook&, const ForgeWebhook&) = default;
};

// --- expectations ---

struct FieldPattern {
    std::string field;  // "text", "attributes.region"
    Matcher matcher;
    friend bool operator==(const FieldPattern&, const FieldPattern&) = default;
};
// Holds for an event when every field matches; an empty list holds for any event of the target.
struct Pattern {
    Where at;
    Target target = Target::CustomerSees;
    std::string actor;  // the customer's or agent's name
    std::vector<FieldPattern> fields;
    bool is_strict = false;  // the event has no other fields
    friend bool operator==(const Pattern&, const Pattern&) = default;
};
enum class Severity { Hard, Soft };  // a soft failure is reported, and the run goes on
struct Expect {
    Pattern pattern;
    base::Duration within = within_default;
    Severity severity = Severity::Hard;
    friend bool operator==(const Expect&, const Expect&) = default;
};
// So many events of the whole run match, taken or not, counted when the time is over.
struct ExpectExactly {
    Pattern pattern;
    std::int64_t times = 0;
    std::optional<base::Duration> span;  // nullopt: until nothing is under way
    Severity severity = Severity::Hard;
    friend bool operator==(const ExpectExactly&, const ExpectExactly&) = default;
};
struct Never {
    Pattern pattern;
    std::optional<base::Duration> span;  // nullopt: until nothing is under way
    friend bool operator==(const Never&, const Never&) = default;
};

using Action =
    std::variant<CustomerSays, CustomerRepeats, CustomerReconnects, CustomerReloads, CustomerPresence,
                 AgentGoesOnQueue, AgentGoesOffQueue, AgentAccepts, AgentSays, AgentDisconnects, AgentWrapsUp,
                 TimePasses, InjectFault, ClearFaults, ExpireTokens, CrashBridge, RestartBridge, ForgeWebhook,
                 Expect, ExpectExactly, Never>;

struct Step {
    Where at;
    Action action;
    friend bool operator==(const Step&, const Step&) = default;
};

}  // namespace scenario
