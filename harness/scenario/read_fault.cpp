#include "harness/scenario/read_fault.h"

#include <fmt/format.h>

namespace scenario {
namespace {

using document::Fields;
using document::Node;
using document::Problems;

constexpr std::int64_t exchanges_max = 10000;

void read_effect(Fields& fields, InjectFault& fault, Problems& problems) {
    fault.first = fields.integer_or("first", 1, 1, exchanges_max);
    const Node* const answer = fields.optional_node("answer");
    const Node* const lose = fields.optional_node("lose");
    const Node* const delay = fields.optional_node("delay");
    const int count = (answer != nullptr ? 1 : 0) + (lose != nullptr ? 1 : 0) + (delay != nullptr ? 1 : 0);
    if (count != 1)
        problems.push_back({fields.at(), fmt::format("a fault has one effect, and here are {}", count),
                            "one of answer: 503, lose: request, lose: response, delay: 12s"});
    if (answer != nullptr)
        fault.effect =
            FaultAnswer{static_cast<int>(document::as_integer(*answer, "'answer'", 100, 599, problems))};
    if (lose != nullptr)
        fault.effect = FaultLose{fields.one_of<Lost>(
            "lose", {{"request", Lost::Request}, {"response", Lost::Response}}, Lost::Request)};
    if (delay != nullptr) fault.effect = FaultDelay{document::as_duration(*delay, "'delay'", problems)};
}

}  // namespace

InjectFault read_fault(const Node& node, Problems& problems) {
    InjectFault fault{std::nullopt, 1, FaultAnswer{}};
    const Node* const webhook = node.find("webhook");
    Fields outer(node, problems);
    if (webhook != nullptr) {
        Fields inner(outer.node("webhook"), problems);
        read_effect(inner, fault, problems);
        inner.finish();
    } else if (node.find("operation") != nullptr) {
        fault.operation = outer.text("operation");
        read_effect(outer, fault, problems);
    } else if (node.kind == Node::Kind::Map) {
        for (const std::string_view key : {"webhook", "operation", "first", "answer", "lose", "delay"})
            static_cast<void>(outer.optional_node(key));
        problems.push_back({node.at, "a fault must say what it meets",
                            "webhook: {...}, or operation: \"POST /api/v2/...\""});
    }
    outer.finish();
    return fault;
}

}  // namespace scenario
