#include "mock-genesys/faults/fault_list.h"

#include <algorithm>
#include <utility>

namespace mock {

std::optional<std::string> FaultList::arm(Fault fault) {
    if (armed_.size() >= faults_max) return std::nullopt;
    std::optional<http::PathPattern> pattern;
    if (const auto* const operation = std::get_if<OperationTarget>(&fault.target))
        pattern = http::PathPattern(operation->pattern);
    armed_.push_back({"f" + std::to_string(next_id_++), std::move(fault), std::move(pattern)});
    return armed_.back().id;
}

std::size_t FaultList::clear() { return std::exchange(armed_, {}).size(); }

std::optional<Met> FaultList::meet_request(const http::Request& request) {
    if (armed_.empty()) return std::nullopt;
    const std::string_view path = http::split_target(request.target).path;
    return meet(std::ranges::find_if(armed_, [&](const Armed& armed) {
        const auto* const operation = std::get_if<OperationTarget>(&armed.fault.target);
        return operation != nullptr && operation->method == request.method && armed.pattern->match(path);
    }));
}

std::optional<Met> FaultList::meet_webhook() {
    return meet(std::ranges::find_if(armed_, [](const Armed& armed) {
        return std::holds_alternative<WebhookTarget>(armed.fault.target);
    }));
}

// A fault that has met all its exchanges is not armed any more.
std::optional<Met> FaultList::meet(std::vector<Armed>::iterator armed) {
    if (armed == armed_.end()) return std::nullopt;
    Met met{armed->id, armed->fault.what};
    if (--armed->fault.first == 0) armed_.erase(armed);
    return met;
}

}  // namespace mock
