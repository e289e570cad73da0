// What customers, agents and the network saw, and what was done to the world: the only thing that promises
// are judged by. Nothing here is taken from the inside of a program.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <variant>

#include "foundation/base/time.h"

namespace invariants {

// --- a customer; `customer` is the name in the scenario, `address` what Genesys Cloud calls the sender ---

// The first time; a repetition of the same message id is none.
struct LineWritten {
    std::string customer;
    std::string address;
    std::string user;
    std::string message;
    std::string text;
};
// The bridge answered 2xx.
struct LineAcknowledged {
    std::string customer;
    std::string message;
};
struct OutputSeen {
    std::string customer;
    std::string source;  // "bot" or "agent"
    std::string message;
    std::string text;
};
struct StatusSeen {
    std::string customer;
    std::string status;
    std::int64_t generation = 0;
};

// --- Genesys Cloud and its agents ---

struct InboundTaken {
    std::string conversation;
    std::string message;
    std::string provider_message;
    std::string address;
    std::string text;
    std::map<std::string, std::string> attributes;
};
struct OutboundSaid {
    std::string conversation;
    std::string message;
    std::string agent;  // empty: a flow
    std::string text;
};
struct ConversationStarted {
    std::string conversation;
    std::string address;
};
struct ConversationEnded {
    std::string conversation;
    std::string address;
};
struct ParticipantMoved {
    std::string conversation;
    std::string purpose;
    std::string agent;
    std::string state;
};
struct WebhookAttempted {
    std::string message;
    std::int64_t attempt = 0;
};
struct WebhookConcluded {
    std::string message;
    std::int64_t attempt = 0;
    int status = 0;       // 0: no answer came
    std::string verdict;  // "delivered", "retry", "failed"
};

// --- the network, where a world can look into it ---

struct WebhookPosted {
    std::string message;
    std::string body;
    std::string signature;  // the header's value
};
// The bridge calls Genesys Cloud. `call` is unique in a run.
struct ApiCalled {
    enum class Kind { Token, Inbound, Other };
    std::string call;
    Kind kind = Kind::Other;
    std::string token;             // the credentials it carries; never shown
    std::string provider_message;  // Inbound
    std::string body;              // Inbound
};
struct ApiAnswered {
    std::string call;
    int status = 0;                // 0: no answer came
    std::string granted;           // Token: the new token; never shown
    base::Duration valid_for{};    // Token
    base::Duration retry_after{};  // what the answer asks for; zero: nothing
};

// --- what was done to the world ---

struct WebhookForged {
    std::string message;
    std::string text;
    bool is_genuine = false;  // signed with the right secret, over the bytes that were sent
    int status = 0;           // the answer; 0: none
};
struct BridgeCrashed {};
struct BridgeRestarted {};
struct TokensExpired {};
// Requests or webhooks that will go wrong. A status is that of an answer; 0: something else goes wrong.
struct FaultArmed {
    enum class On { Webhooks, Requests };
    On on = On::Webhooks;
    std::int64_t first = 1;
    int status = 0;
    bool is_ordinary = true;  // an answer, a loss or a delay; not a forgery of what the mock sends
};
struct FaultsCleared {};

using Fact = std::variant<LineWritten, LineAcknowledged, OutputSeen, StatusSeen, InboundTaken, OutboundSaid,
                          ConversationStarted, ConversationEnded, ParticipantMoved, WebhookAttempted,
                          WebhookConcluded, WebhookPosted, ApiCalled, ApiAnswered, WebhookForged,
                          BridgeCrashed, BridgeRestarted, TokensExpired, FaultArmed, FaultsCleared>;

// A fact with its place in the run.
struct Seen {
    std::size_t number = 0;  // from 1
    base::Duration time{};
    Fact fact;
};

// One line for people, without tokens: "#12 t=3.004s ann says "Hello" (message 5f..)".
std::string describe(const Seen& seen);

}  // namespace invariants
