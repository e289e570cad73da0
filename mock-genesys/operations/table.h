// Every operation that the mock knows of: the service's own, the simulated ones of each resource, and those
// of the vendor's that are not simulated.
#pragma once

#include <vector>

#include "foundation/http/route_table.h"
#include "mock-genesys/api/operations.h"

namespace mock {

// Simulated ones first, in a stable order; no method and pattern stands twice.
const std::vector<OperationEntry>& all_operations();

// Routes from method and target to an entry of all_operations().
http::RouteTable<const OperationEntry*> operation_routes();

}  // namespace mock
