#include "mock-genesys/operations/table.h"

#include <gtest/gtest.h>

#include <optional>
#include <set>
#include <utility>

namespace mock {
namespace {

std::optional<Operation> find(std::string_view method, std::string_view target) {
    static const auto routes = operation_routes();
    const auto found = routes.find(method, target);
    const auto* const matched = std::get_if<http::RouteFound<const OperationEntry*>>(&found);
    if (matched == nullptr) return std::nullopt;
    return (*matched->value)->operation;
}

TEST(Table, finds_operations_by_method_and_path) {
    EXPECT_EQ(find("POST", "/oauth/token"), Operation::IssueToken);
    EXPECT_EQ(
        find("POST", "/api/v2/conversations/messages/i1/inbound/open/message?prefetchConversationId=true"),
        Operation::ReceiveOpenMessage);
    EXPECT_EQ(find("GET", "/api/v2/conversations/messages/c1"), Operation::ReadConversation);
    EXPECT_EQ(find("GET", "/api/v2/conversations/messages/c1/messages/m1"), Operation::ReadMessage);
    EXPECT_EQ(find("GET", "/api/v2/conversations/messages/m1/details"), Operation::ReadMessageDetails);
    EXPECT_EQ(find("GET", "/api/v2/conversations/messaging/integrations/open"),
              Operation::ListOpenIntegrations);
    EXPECT_EQ(find("DELETE", "/api/v2/tokens/me"), Operation::OfAResource);
}

TEST(Table, knows_the_operations_that_are_not_simulated) {
    EXPECT_EQ(find("GET", "/api/v2/conversations/messaging/integrations/whatsapp"),
              Operation::KnownButNotSimulated);
    EXPECT_EQ(find("POST", "/api/v2/usage/query"), Operation::KnownButNotSimulated);
    EXPECT_EQ(find("GET", "/api/v2/elsewhere"), std::nullopt);
    EXPECT_EQ(find("PUT", "/api/v2/usage/query"), std::nullopt);
}

TEST(Table, has_no_operation_twice_and_a_function_for_each_of_a_resource) {
    std::set<std::pair<std::string_view, std::string_view>> seen;
    for (const OperationEntry& entry : all_operations()) {
        EXPECT_TRUE(seen.emplace(entry.method, entry.pattern).second) << entry.method << " " << entry.pattern;
        EXPECT_EQ(entry.perform != nullptr, entry.operation == Operation::OfAResource) << entry.pattern;
    }
}

TEST(Table, asks_for_well_formed_permissions) {
    constexpr std::string_view of_administrators = "admin";  // the vendor's one permission of a single word
    for (const OperationEntry& entry : all_operations())
        for (const std::string_view permission : entry.requirement.permissions)
            EXPECT_TRUE(is_permission(permission) || permission == of_administrators) << permission;
}

}  // namespace
}  // namespace mock
