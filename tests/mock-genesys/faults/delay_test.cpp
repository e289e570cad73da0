#include <gtest/gtest.h>

#include "mock-genesys/faults/misbehaviour.h"

namespace mock {
namespace {

using namespace std::chrono_literals;

TEST(DelayFault, answers_a_handled_request_late) {
    const RequestPlan plan = plan_request(Delay{12s});
    EXPECT_TRUE(plan.is_handled);
    EXPECT_EQ(plan.status, std::nullopt);
    EXPECT_EQ(plan.answered_later_by, 12s);
}

TEST(DelayFault, makes_a_call_late_and_tells_its_real_result) {
    const CallPlan plan = plan_call(Delay{12s});
    EXPECT_TRUE(plan.is_made);
    EXPECT_FALSE(plan.result_at_once);
    EXPECT_EQ(plan.made_later_by, 12s);
}

}  // namespace
}  // namespace mock
