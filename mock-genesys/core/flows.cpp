#include "mock-genesys/core/flows.h"

#include <algorithm>

namespace mock {

bool transfers_to(const Flow& flow, std::string_view queue) {
    return std::ranges::any_of(flow.actions, [&](const FlowAction& action) {
        const auto* const transfer = std::get_if<TransferToAcd>(&action);
        return transfer != nullptr && transfer->queue == queue;
    });
}

void rename_queue(Flow& flow, std::string_view from, const std::string& to) {
    for (FlowAction& action : flow.actions) {
        auto* const transfer = std::get_if<TransferToAcd>(&action);
        if (transfer != nullptr && transfer->queue == from) transfer->queue = to;
    }
}

FlowRun run(const Flow& flow) {
    FlowRun result{{}, FlowEnded{}};
    for (const FlowAction& action : flow.actions) {
        if (const auto* const transfer = std::get_if<TransferToAcd>(&action)) {
            result.exit = TransferredToQueue{transfer->queue};
            break;
        }
        result.responses.push_back(std::get<SendResponse>(action));
    }
    return result;
}

const Flow* find_flow(const Organisation& organisation, std::string_view integration) {
    const auto route = std::ranges::find_if(organisation.message_routing, [&](const MessageRoute& candidate) {
        return std::ranges::find(candidate.addresses, integration) != candidate.addresses.end();
    });
    if (route == organisation.message_routing.end()) return nullptr;
    const auto flow = std::ranges::find(organisation.flows, route->flow, &Flow::name);
    if (flow == organisation.flows.end() || !flow->published) return nullptr;
    return &*flow;
}

}  // namespace mock
