#include "mock-genesys/faults/fault_list.h"

#include <gtest/gtest.h>

namespace mock {
namespace {

http::Request request(const std::string& method, const std::string& target) {
    return {method, target, {}, {}};
}

TEST(FaultList, meets_the_first_n_webhooks_and_no_more) {
    FaultList faults;
    EXPECT_EQ(faults.arm({WebhookTarget{}, Answer{503}, 2}), "f1");
    EXPECT_TRUE(faults.meet_webhook());
    EXPECT_TRUE(faults.meet_webhook());
    EXPECT_FALSE(faults.meet_webhook());
}

TEST(FaultList, meets_only_its_operation) {
    FaultList faults;
    faults.arm({OperationTarget{"GET", "/api/v2/conversations/messages/{conversationId}"}, LoseRequest{}, 1});
    EXPECT_FALSE(faults.meet_webhook());
    EXPECT_FALSE(faults.meet_request(request("PATCH", "/api/v2/conversations/messages/c1")));
    EXPECT_FALSE(faults.meet_request(request("GET", "/api/v2/conversations/messages/c1/details")));
    const auto met = faults.meet_request(request("GET", "/api/v2/conversations/messages/c1?x=y"));
    ASSERT_TRUE(met);
    EXPECT_EQ(met->id, "f1");
    EXPECT_TRUE(std::holds_alternative<LoseRequest>(met->what));
}

TEST(FaultList, uses_up_the_fault_that_was_armed_first) {
    FaultList faults;
    faults.arm({WebhookTarget{}, Answer{500}, 1});
    faults.arm({WebhookTarget{}, Answer{429}, 1});
    EXPECT_EQ(faults.meet_webhook()->id, "f1");
    EXPECT_EQ(faults.meet_webhook()->id, "f2");
}

TEST(FaultList, counts_what_it_clears) {
    FaultList faults;
    faults.arm({WebhookTarget{}, Answer{500}, 1});
    faults.arm({WebhookTarget{}, Answer{500}, 5});
    EXPECT_EQ(faults.clear(), 2U);
    EXPECT_EQ(faults.clear(), 0U);
    EXPECT_FALSE(faults.meet_webhook());
    EXPECT_EQ(faults.arm({WebhookTarget{}, Answer{500}, 1}), "f3");
}

TEST(FaultList, is_bounded) {
    FaultList faults;
    for (std::size_t i = 0; i < faults_max; ++i) ASSERT_TRUE(faults.arm({WebhookTarget{}, Answer{500}, 1}));
    EXPECT_FALSE(faults.arm({WebhookTarget{}, Answer{500}, 1}));
}

}  // namespace
}  // namespace mock
