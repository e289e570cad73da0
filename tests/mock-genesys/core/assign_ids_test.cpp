#include "mock-genesys/core/assign_ids.h"

#include <gtest/gtest.h>

namespace mock {
namespace {

Organisation two_queues() {
    Organisation organisation;
    organisation.name = "Example";
    organisation.queues.push_back({QueueId("given"), "Support", "Home", {}});
    organisation.queues.push_back({{}, "Sales", "Home", {}});
    organisation.integrations.emplace_back().name = "chatbot";
    return organisation;
}

TEST(AssignIds, keeps_ids_that_are_given) {
    EXPECT_EQ(assign_ids(two_queues(), 1).queues[0].id, QueueId("given"));
}

TEST(AssignIds, fills_the_missing_ones_from_the_seed) {
    const Organisation once = assign_ids(two_queues(), 1);
    EXPECT_EQ(once.queues[1].id.text().size(), 36U);
    EXPECT_FALSE(once.integrations[0].recipient.empty());
    EXPECT_EQ(once.queues[1].id, assign_ids(two_queues(), 1).queues[1].id);
    EXPECT_NE(once.queues[1].id, assign_ids(two_queues(), 2).queues[1].id);
}

TEST(AssignIds, does_not_let_one_part_change_the_id_of_another) {
    Organisation more = two_queues();
    more.queues.insert(more.queues.begin(), {{}, "Billing", "Home", {}});
    EXPECT_EQ(assign_ids(more, 1).queues[2].id, assign_ids(two_queues(), 1).queues[1].id);
}

TEST(AssignIds, changes_nothing_the_second_time) {
    const Organisation once = assign_ids(two_queues(), 1);
    EXPECT_EQ(assign_ids(once, 99).queues[1].id, once.queues[1].id);
}

}  // namespace
}  // namespace mock
