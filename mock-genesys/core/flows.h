// Inbound message flows: what the published flow that is attached to an integration does with a customer who
// enters.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "mock-genesys/core/organisation.h"

namespace mock {

struct TransferredToQueue {
    std::string queue;
};
struct FlowEnded {};  // no transfer: a flow that is over disconnects the customer
using FlowExit = std::variant<TransferredToQueue, FlowEnded>;

struct FlowRun {
    std::vector<SendResponse> responses;  // sent to the customer, in order, before the exit
    FlowExit exit;
};

// Whether some action transfers to that queue; and every such action, to the queue's new name.
bool transfers_to(const Flow& flow, std::string_view queue);
void rename_queue(Flow& flow, std::string_view from, const std::string& to);

// The actions in order; nothing after a transfer runs.
FlowRun run(const Flow& flow);

// The published flow that message routing attaches to the integration of this name. nullptr: no flow is
// attached, or only a draft of it exists; a message is then accepted but routed nowhere (assumed, nothing is
// documented).
const Flow* find_flow(const Organisation& organisation, std::string_view integration);

}  // namespace mock
