#include "mock-genesys/api/operations.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <utility>

namespace mock {
namespace {

TEST(Operations, of_the_service_itself_stand_once) {
    std::set<std::pair<std::string_view, std::string_view>> seen;
    for (const OperationEntry& entry : operations()) {
        EXPECT_TRUE(seen.emplace(entry.method, entry.pattern).second) << entry.method << " " << entry.pattern;
        EXPECT_TRUE(entry.perform == nullptr) << entry.pattern;
    }
}

TEST(Operations, that_receive_messages_take_no_token_of_a_user) {
    const auto& entries = operations();
    const auto entry = std::ranges::find(entries, Operation::ReceiveOpenMessage, &OperationEntry::operation);
    ASSERT_NE(entry, entries.end());
    EXPECT_EQ(entry->context, CallerContext::ClientOnly);
}

TEST(Operations, ask_for_all_or_any_of_their_permissions) {
    EXPECT_EQ(all_of({"a:b:c"}).kind, Requirement::Kind::All);
    EXPECT_EQ(any_of({"a:b:c", "a:b:d"}).permissions.size(), 2U);
}

TEST(Operations, ask_for_well_formed_permissions) {
    for (const OperationEntry& entry : operations())
        for (const std::string_view permission : entry.requirement.permissions)
            EXPECT_TRUE(is_permission(permission)) << permission;
}

}  // namespace
}  // namespace mock
