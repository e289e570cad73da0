// The inbound message flows of the organisation file.
#pragma once

#include "foundation/document/fields.h"
#include "mock-genesys/core/organisation.h"
#include "mock-genesys/organisation/named_nodes.h"

namespace mock {

// The names that a flow defines or refers to.
struct FlowNames {
    NamedNodes& flows;
    NamedNodes& divisions;
    NamedNodes& queues;
};

Flow read_flow(const document::Node& node, const FlowNames& names, document::Problems& problems);

}  // namespace mock
