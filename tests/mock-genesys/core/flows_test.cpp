#include "mock-genesys/core/flows.h"

#include <gtest/gtest.h>

namespace mock {
namespace {

Flow flow(std::vector<FlowAction> actions) {
    Flow result;
    result.name = "Handover";
    result.actions = std::move(actions);
    return result;
}

TEST(Flows, send_responses_in_order_and_transfer) {
    const FlowRun result =
        run(flow({SendResponse{"Hello"}, SendResponse{"Connected"}, TransferToAcd{"Support"}}));
    ASSERT_EQ(result.responses.size(), 2U);
    EXPECT_EQ(result.responses[0].text, "Hello");
    EXPECT_EQ(result.responses[1].text, "Connected");
    EXPECT_EQ(std::get<TransferredToQueue>(result.exit).queue, "Support");
}

TEST(Flows, run_nothing_after_a_transfer) {
    const FlowRun result =
        run(flow({TransferToAcd{"Support"}, SendResponse{"too late"}, TransferToAcd{"Sales"}}));
    EXPECT_TRUE(result.responses.empty());
    EXPECT_EQ(std::get<TransferredToQueue>(result.exit).queue, "Support");
}

TEST(Flows, end_without_a_transfer) {
    EXPECT_TRUE(std::holds_alternative<FlowEnded>(run(flow({SendResponse{"Closed"}})).exit));
}

Organisation organisation_with(bool published) {
    Organisation organisation;
    organisation.flows.push_back(flow({}));
    organisation.flows.back().published = published;
    organisation.message_routing.push_back({"Handover", {"shop", "chatbot"}});
    return organisation;
}

TEST(Flows, are_found_by_the_address_that_message_routing_attaches) {
    const Organisation organisation = organisation_with(true);
    EXPECT_EQ(find_flow(organisation, "chatbot"), organisation.flows.data());
    EXPECT_EQ(find_flow(organisation, "unattached"), nullptr);
}

TEST(Flows, do_not_run_as_drafts) { EXPECT_EQ(find_flow(organisation_with(false), "chatbot"), nullptr); }

TEST(Flows, know_the_queues_they_transfer_to_and_follow_a_new_name) {
    Flow flow{FlowId("f1"), "F", "Home", true, {SendResponse{"hello"}, TransferToAcd{"Sales"}}};
    EXPECT_TRUE(transfers_to(flow, "Sales"));
    rename_queue(flow, "Other", "Care");
    EXPECT_TRUE(transfers_to(flow, "Sales"));
    rename_queue(flow, "Sales", "Care");
    EXPECT_FALSE(transfers_to(flow, "Sales"));
    EXPECT_TRUE(transfers_to(flow, "Care"));
}

}  // namespace
}  // namespace mock
