#include <gtest/gtest.h>

#include "tests/harness/invariants/facts_testing.h"

namespace invariants {
namespace {

ApiCalled sent(const std::string& call) { return {call, ApiCalled::Kind::Inbound, "t", "m1", "body"}; }
ApiAnswered answer(const std::string& call, int status, base::Duration retry_after = {}) {
    return {call, status, {}, {}, retry_after};
}
// A message that fails like that, and comes again after a pause.
std::string again_after(int status, base::Duration pause, base::Duration retry_after = {}) {
    Showing showing(patience());
    showing.see(sent("1")).see(answer("1", status, retry_after)).see(sent("2"), pause);
    return showing.broken();
}

TEST(PatiencePromise, holds_for_a_pause_after_a_failure) {
    EXPECT_EQ(again_after(500, 1s), "");
    EXPECT_EQ(again_after(0, 1s), "");
    EXPECT_EQ(again_after(401, 0s), "");
    EXPECT_EQ(again_after(429, 7s, 7s), "");
}

TEST(PatiencePromise, fails_for_a_repetition_at_once) {
    EXPECT_EQ(again_after(500, 100ms), "message m1 is sent again without a pause");
}

TEST(PatiencePromise, fails_for_a_repetition_of_what_was_refused_for_good) {
    EXPECT_EQ(again_after(400, 5s), "message m1 is sent again after it was refused for good");
}

TEST(PatiencePromise, fails_for_any_call_before_the_time_that_was_asked_for) {
    EXPECT_EQ(again_after(429, 6s, 7s),
              "Genesys Cloud was asked again before the time it had asked for was over");
}

TEST(PatiencePromise, fails_for_an_eleventh_attempt_of_one_life) {
    Showing showing(patience());
    const auto fail_times = [&](int times) {
        for (int i = 0; i < times; ++i) showing.see(sent("1"), 40s).see(answer("1", 503));
    };
    fail_times(10);
    EXPECT_EQ(showing.broken(), "");
    showing.see(BridgeCrashed{});
    fail_times(10);
    EXPECT_EQ(showing.broken(), "");
    fail_times(1);
    EXPECT_EQ(showing.broken(), "message m1 is sent too often");
}

}  // namespace
}  // namespace invariants
