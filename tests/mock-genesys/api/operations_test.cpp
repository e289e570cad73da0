#include "mock-genesys/api/operations.h"

#include <gtest/gtest.h>

namespace mock {
namespace {

std::optional<Operation> find(std::string_view method, std::string_view target) {
    static const auto routes = operation_routes();
    const auto found = routes.find(method, target);
    const auto* const matched = std::get_if<http::RouteFound<const OperationEntry*>>(&found);
    if (matched == nullptr) return std::nullopt;
    return (*matched->value)->operation;
}

TEST(Operations, are_found_by_method_and_path) {
    EXPECT_EQ(find("POST", "/oauth/token"), Operation::IssueToken);
    EXPECT_EQ(
        find("POST", "/api/v2/conversations/messages/i1/inbound/open/message?prefetchConversationId=true"),
        Operation::ReceiveOpenMessage);
    EXPECT_EQ(find("GET", "/api/v2/conversations/messages/c1"), Operation::ReadConversation);
    EXPECT_EQ(find("GET", "/api/v2/conversations/messages/c1/messages/m1"), Operation::ReadMessage);
    EXPECT_EQ(find("GET", "/api/v2/conversations/messages/m1/details"), Operation::ReadMessageDetails);
    EXPECT_EQ(find("GET", "/api/v2/conversations/messaging/integrations/open"),
              Operation::ListOpenIntegrations);
    EXPECT_EQ(find("GET", "/api/v2/conversations/messaging/integrations/open/i1"),
              Operation::ReadOpenIntegration);
}

TEST(Operations, of_the_vendor_that_are_not_simulated_are_known_as_such) {
    EXPECT_EQ(find("PATCH", "/api/v2/conversations/messages/c1"), Operation::KnownButNotSimulated);
    EXPECT_EQ(find("POST", "/api/v2/conversations/messages/agentless"), Operation::KnownButNotSimulated);
    EXPECT_EQ(find("GET", "/api/v2/analytics/conversations/c1/details"), std::nullopt);
    EXPECT_EQ(find("DELETE", "/api/v2/routing/queues"), std::nullopt);
}

TEST(Operations, ask_for_well_formed_permissions) {
    for (const OperationEntry& entry : operations())
        for (const std::string_view permission : entry.requirement.permissions)
            EXPECT_TRUE(is_permission(permission)) << permission;
}

}  // namespace
}  // namespace mock
