// The resources of the vendor's API that are simulated, each in its own file: its table of operations and
// what they do. A new operation is a row in its resource's table.
#pragma once

#include <array>
#include <vector>

#include "mock-genesys/api/operations.h"

namespace mock {

using ResourceOperations = std::vector<OperationEntry> (*)();

std::vector<OperationEntry> token_operations();
std::vector<OperationEntry> organization_operations();
std::vector<OperationEntry> division_operations();
std::vector<OperationEntry> role_operations();
std::vector<OperationEntry> oauth_client_operations();
std::vector<OperationEntry> integration_operations();
std::vector<OperationEntry> recipient_operations();
std::vector<OperationEntry> flow_operations();
std::vector<OperationEntry> queue_operations();
std::vector<OperationEntry> queue_member_operations();
std::vector<OperationEntry> skill_operations();
std::vector<OperationEntry> wrap_up_code_operations();
std::vector<OperationEntry> user_operations();
std::vector<OperationEntry> user_routing_operations();

inline constexpr auto resources = std::to_array<ResourceOperations>({
    token_operations,
    organization_operations,
    division_operations,
    role_operations,
    oauth_client_operations,
    integration_operations,
    recipient_operations,
    flow_operations,
    queue_operations,
    queue_member_operations,
    skill_operations,
    wrap_up_code_operations,
    user_operations,
    user_routing_operations,
});

}  // namespace mock
