#include "harness/invariants/customers.h"

namespace invariants {

std::optional<std::string> Customers::at_address(const std::string& address) const {
    const auto found = by_address_.find(address);
    return found == by_address_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::string> Customers::in_conversation(const std::string& conversation) const {
    const auto found = addresses_.find(conversation);
    return found == addresses_.end() ? std::nullopt : at_address(found->second);
}

}  // namespace invariants
