// What an operation of the vendor's API asks of its caller, and the operations that the service answers
// itself. All others stand in mock-genesys/operations, one file per resource.
#pragma once

#include <expected>
#include <string_view>
#include <vector>

#include "mock-genesys/api/errors.h"
#include "mock-genesys/core/authorization.h"

namespace mock {

enum class Operation {
    IssueToken,
    ListIntegrations,
    ListOpenIntegrations,
    ReadOpenIntegration,
    ReceiveOpenMessage,
    ReceiveOpenEvent,
    ReceiveOpenReceipt,
    ReceiveStructuredResponse,
    ReceiveLegacyMessage,
    ReadConversation,
    ReadMessage,
    ReadMessageDetails,
    ListQueues,
    ReadOrganization,
    ReadOwnToken,
    OfAResource,           // performed by the function that stands in the entry
    KnownButNotSimulated,  // the vendor has it
};

// Whose token an operation takes. The vendor's annotation is the error not.a.client or not.a.user that the
// operation declares.
enum class CallerContext { Anyone, ClientOnly, UserOnly };

struct Workplace;
struct Call;
struct Reply;
using Perform = std::expected<Reply, ApiError> (*)(Workplace&, const Call&);

struct OperationEntry {
    Operation operation;
    std::string_view method;
    std::string_view pattern;  // "/api/v2/conversations/messages/{conversationId}"
    Requirement requirement;
    CallerContext context = CallerContext::Anyone;
    Perform perform = nullptr;  // of OfAResource
};

// Those that the service answers itself, in a stable order.
const std::vector<OperationEntry>& operations();

// For the tables: all, or any one, of these permissions. The literals live for ever.
Requirement all_of(std::vector<std::string_view> permissions);
Requirement any_of(std::vector<std::string_view> permissions);

}  // namespace mock
