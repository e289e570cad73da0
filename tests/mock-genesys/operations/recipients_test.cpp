#include <gtest/gtest.h>

#include "tests/mock-genesys/operations/administrator_testing.h"

namespace mock {
namespace {

constexpr std::string_view recipients = "routing/message/recipients";

TEST(RecipientOperations, list_by_type_and_name) {
    Administrator admin;
    const auto listing = admin.get("routing/message/recipients?messengerType=open&name=chatbot");
    EXPECT_EQ(listing.body["total"], 1);
    EXPECT_EQ(listing.body["entities"][0]["flow"]["name"], "Chatbot handover");
    EXPECT_EQ(admin.get("routing/message/recipients?messengerType=sms").body["total"], 0);
    EXPECT_EQ(admin.get("routing/message/recipients/none").status, 404);
}

TEST(RecipientOperations, bind_another_flow_which_the_next_customer_meets) {
    Organisation organisation = administered_organisation();
    organisation.flows.push_back({FlowId("f2"), "Quiet", "Home", true, {SendResponse{"Nobody is here"}}});
    Administrator admin(std::move(organisation));
    const std::string path = std::string(recipients) + "/" + admin.id_of(recipients, "chatbot");
    EXPECT_EQ(admin.call("PUT", path, R"({"flow":{"id":"f2"}})").body["flow"]["name"], "Quiet");
    admin.driver.api("POST", inbound_target, inbound_body("hello", "e1"));
    EXPECT_TRUE(admin.driver.take_call()->request.body.contains("Nobody is here"));
}

TEST(RecipientOperations, take_a_binding_away_and_refuse_an_unknown_flow) {
    Administrator admin;
    const std::string path = std::string(recipients) + "/" + admin.id_of(recipients, "chatbot");
    EXPECT_EQ(admin.call("PUT", path, R"({"flow":{"id":"none"}})").code(), "invalid.flow");
    EXPECT_FALSE(admin.call("PUT", path, "{}").body.contains("flow"));
    admin.driver.api("POST", inbound_target, inbound_body("hello", "e1"));
    EXPECT_FALSE(admin.driver.take_call());
}

}  // namespace
}  // namespace mock
