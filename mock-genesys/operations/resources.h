// The resources of the vendor's API that are simulated, each in its own file: its table of operations and
// what they do. A new operation is a row in its resource's table.
#pragma once

#include <array>
#include <vector>

#include "mock-genesys/api/operations.h"

namespace mock {

using ResourceOperations = std::vector<OperationEntry> (*)();

std::vector<OperationEntry> token_operations();

inline constexpr std::array<ResourceOperations, 1> resources{token_operations};

}  // namespace mock
