#include "harness/explore/coverage.h"

#include <gmock/gmock.h>

#include "tests/harness/explore/setting_testing.h"

namespace explore {
namespace {

using testing::Contains;
using testing::Not;

TEST(Coverage, counts_runs_and_tells_what_was_never_reached) {
    Coverage coverage;
    Played played;
    played.situations = {"handover.state from=idle to=starting"};
    played.was_possible = {true, false};
    const auto steps = steps_of("  - customer: x\n  - bridge.restarts\n");
    coverage.add(steps, played);
    coverage.add(steps, played);
    EXPECT_EQ(coverage.seen(), 2U);
    EXPECT_THAT(coverage.table(), testing::ContainsRegex("step customer +2"));
    EXPECT_THAT(coverage.never_reached(), Contains("step bridge.restarts"));
    EXPECT_THAT(coverage.never_reached(), Not(Contains("step customer")));
    EXPECT_THAT(coverage.never_reached(), Not(Contains("handover.state from=idle to=starting")));
    EXPECT_THAT(coverage.never_reached(), Contains("handover.state from=wrapping to=active"));
}

}  // namespace
}  // namespace explore
