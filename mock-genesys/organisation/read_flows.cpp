#include "mock-genesys/organisation/read_flows.h"

#include <optional>
#include <utility>

#include "mock-genesys/organisation/read_response.h"

namespace mock {
namespace {

using document::Fields;
using document::Node;

std::optional<FlowAction> read_action(const Node& node, NamedNodes& queues, document::Problems& problems) {
    Fields fields(node, problems);
    const Node* const response = fields.optional_node("sendResponse");
    const Node* const transfer = fields.optional_node("transferToAcd");
    fields.finish();
    if ((response != nullptr) == (transfer != nullptr)) {
        problems.push_back(
            {node.at, "a flow action is one of sendResponse, transferToAcd", "one action per list entry"});
        return std::nullopt;
    }
    if (response != nullptr) return read_response(*response, problems);
    Fields target(*transfer, problems);
    TransferToAcd action{target.text("queue")};
    queues.refer_at(*transfer, "queue");
    target.finish();
    return action;
}

}  // namespace

Flow read_flow(const document::Node& node, const FlowNames& names, document::Problems& problems) {
    Fields fields(node, problems);
    Flow flow;
    flow.name = fields.text("name");
    names.flows.define(flow.name, fields.at(), problems);
    flow.id = FlowId(fields.text_or("id", ""));
    static_cast<void>(
        fields.one_of<int>("type", {{"inboundshortmessage", 0}}, 0));  // the only type that is simulated
    flow.division = fields.text_or("division", home_division);
    names.divisions.refer_at(node, "division");
    flow.published = fields.bool_or("published", true);
    for (const Node& action : fields.items("actions"))
        if (auto known = read_action(action, names.queues, problems))
            flow.actions.push_back(*std::move(known));
    fields.finish();
    return flow;
}

}  // namespace mock
