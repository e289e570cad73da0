#include "harness/sim/rule.h"

#include <gtest/gtest.h>

namespace sim {
namespace {

const Passage webhook{Leg::Request, "genesys", "bridge", "POST", "/handover/genesysCloudOM"};

TEST(Rule, matches_everything_when_nothing_is_given) { EXPECT_TRUE(matches({}, webhook)); }

TEST(Rule, matches_only_when_every_given_part_does) {
    EXPECT_TRUE(matches({Leg::Request, "genesys", "bridge", "POST", "/handover/"}, webhook));
    EXPECT_FALSE(matches({.leg = Leg::Response}, webhook));
    EXPECT_FALSE(matches({.from = "client"}, webhook));
    EXPECT_FALSE(matches({.to = "genesys"}, webhook));
    EXPECT_FALSE(matches({.method = "GET"}, webhook));
    EXPECT_FALSE(matches({.path_prefix = "/chat/"}, webhook));
}

TEST(Rule, acts_only_where_its_action_has_a_meaning) {
    for (const Leg leg : {Leg::Request, Leg::Response, Leg::Stream}) {
        EXPECT_TRUE(acts_on(Delay{}, leg)) << name_of(leg);
        EXPECT_TRUE(acts_on(Drop{}, leg)) << name_of(leg);
        EXPECT_EQ(acts_on(Duplicate{}, leg), leg == Leg::Request) << name_of(leg);
        EXPECT_EQ(acts_on(Reorder{}, leg), leg != Leg::Stream) << name_of(leg);
        EXPECT_EQ(acts_on(LoseResponse{}, leg), leg == Leg::Response) << name_of(leg);
    }
}

}  // namespace
}  // namespace sim
