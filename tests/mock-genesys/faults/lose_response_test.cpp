#include <gtest/gtest.h>

#include "mock-genesys/faults/misbehaviour.h"

namespace mock {
namespace {

TEST(LoseResponseFault, answers_504_to_a_request_that_was_handled) {
    const RequestPlan plan = plan_request(LoseResponse{});
    EXPECT_TRUE(plan.is_handled);
    EXPECT_EQ(plan.status, 504);
}

TEST(LoseResponseFault, makes_the_call_and_tells_a_timeout_at_once) {
    const CallPlan plan = plan_call(LoseResponse{});
    EXPECT_TRUE(plan.is_made);
    EXPECT_EQ(plan.result_at_once, CallPlan::Result(host::TransportFailure::TimedOut));
}

}  // namespace
}  // namespace mock
