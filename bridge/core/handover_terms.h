// What a handover was begun with, as the node of the chatbot platform has it ("Handover to Agent"). A
// handover keeps its terms to its end, also when the configuration changes meanwhile.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "foundation/base/time.h"

namespace bridge {

// Who reads what the bot says while a handover is open ("Handover Output Destination" of the platform's Say
// node). Without an open handover everything goes to the customer.
enum class Destination { UserAndAgent, UserOnly, AgentOnly };

struct Say {
    std::string text;  // empty: says nothing
    Destination destination = Destination::UserAndAgent;
    friend bool operator==(const Say&, const Say&) = default;
};
// Gives the customer back to the bot ("Close Handover"). What the agent does later has no effect.
struct CloseHandover {
    friend bool operator==(const CloseHandover&, const CloseHandover&) = default;
};

// What happens when the customer is silent for so long, once, twice ... in a row; after the last strike
// nothing more, until the customer writes again ("Set Handover Inactivity").
struct Inactivity {
    using Strike = std::variant<Say, CloseHandover>;
    base::Duration after{};  // zero: never
    std::vector<Strike> strikes;
    friend bool operator==(const Inactivity&, const Inactivity&) = default;
};

struct HandoverTerms {
    std::string text;           // shown to the customer as soon as the handover is requested; may be empty
    bool repeats_text = false;  // again for each line that the customer writes in the queue
    std::string cancel_intent;  // a line of this intent cancels; empty: none does
    std::string quick_reply;    // offered with the text; a line that says exactly this cancels; empty: none
    bool sends_resolve_event = true;  // the bot is told that the agent has finished
    bool sends_queue_event = false;
    bool sends_active_event = false;
    bool sends_presence = true;  // the agent is told that the customer leaves and comes back
    Inactivity inactivity;
    friend bool operator==(const HandoverTerms&, const HandoverTerms&) = default;
};

}  // namespace bridge
