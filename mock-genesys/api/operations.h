// Which operations of the vendor's API are simulated, and what each asks of its caller.
#pragma once

#include <string_view>
#include <variant>
#include <vector>

#include "foundation/http/route_table.h"
#include "mock-genesys/core/authorization.h"

namespace mock {

enum class Operation {
    IssueToken,
    ListIntegrations,
    ListOpenIntegrations,
    ReadOpenIntegration,
    ReceiveOpenMessage,
    ReadConversation,
    ReadMessage,
    ReadMessageDetails,
    ListQueues,
    ReadOrganization,
    ReadOwnToken,
    KnownButNotSimulated,  // the vendor has this method on a path of which others are simulated
};

struct OperationEntry {
    Operation operation;
    std::string_view method;
    std::string_view pattern;  // "/api/v2/conversations/messages/{conversationId}"
    Requirement requirement;
};

// In a stable order.
const std::vector<OperationEntry>& operations();

// Routes from method and target to an entry of operations().
http::RouteTable<const OperationEntry*> operation_routes();

}  // namespace mock
