#include "mock-genesys/organisation/read_flows.h"

#include <gtest/gtest.h>

namespace mock {
namespace {

class ReadFlowsTest : public ::testing::Test {
  protected:
    Flow read(std::string_view text) {
        return read_flow(document::parse(text).value(), {flows_, divisions_, queues_}, problems_);
    }
    NamedNodes flows_{"flow"};
    NamedNodes divisions_{"division"};
    NamedNodes queues_{"queue"};
    document::Problems problems_;
};

TEST_F(ReadFlowsTest, reads_actions_in_order) {
    const Flow flow =
        read("{ name: f, actions: [ { sendResponse: hi }, { transferToAcd: { queue: Support } } ] }");
    EXPECT_TRUE(problems_.empty());
    ASSERT_EQ(flow.actions.size(), 2U);
    EXPECT_EQ(std::get<SendResponse>(flow.actions[0]).text, "hi");
    EXPECT_EQ(std::get<TransferToAcd>(flow.actions[1]).queue, "Support");
    EXPECT_TRUE(flow.published);
    EXPECT_EQ(flow.division, "Home");
}

TEST_F(ReadFlowsTest, refers_to_the_queue_of_a_transfer) {
    read("{ name: f, actions: [ { transferToAcd: { queue: Support } } ] }");
    queues_.check_references(problems_);
    EXPECT_EQ(problems_.size(), 1U);
}

TEST_F(ReadFlowsTest, refuses_an_action_that_is_none_or_two) {
    EXPECT_TRUE(read("{ name: f, actions: [ {} ] }").actions.empty());
    EXPECT_EQ(problems_.size(), 1U);
    read("{ name: g, actions: [ { sendResponse: a, transferToAcd: { queue: b } } ] }");
    EXPECT_EQ(problems_.size(), 2U);
    read("{ name: h, actions: [ { sendRespons: a } ] }");
    EXPECT_EQ(problems_.size(), 4U);  // the unknown key, and no action
}

}  // namespace
}  // namespace mock
