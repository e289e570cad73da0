#include <gtest/gtest.h>

#include "mock-genesys/faults/misbehaviour.h"

namespace mock {
namespace {

TEST(AnswerFault, answers_a_request_without_handling_it) {
    const RequestPlan plan = plan_request(Answer{429});
    EXPECT_FALSE(plan.is_handled);
    EXPECT_EQ(plan.status, 429);
}

TEST(AnswerFault, makes_no_call_and_tells_the_status_at_once) {
    const CallPlan plan = plan_call(Answer{503});
    EXPECT_FALSE(plan.is_made);
    EXPECT_EQ(plan.result_at_once, CallPlan::Result(503));
}

}  // namespace
}  // namespace mock
