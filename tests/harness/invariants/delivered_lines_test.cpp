#include "harness/invariants/delivered_lines.h"

#include <gtest/gtest.h>

#include "tests/harness/invariants/facts_testing.h"

namespace invariants {
namespace {

// A handover in the queue, a line of the agent at t=10s that is acknowledged at t=20s.
class DeliveredLinesTest : public testing::Test {
  public:
    DeliveredLinesTest() {
        see(written("carla", "m1", "human"), 1s);
        see(ConversationStarted{"c1", "carla@"}, 2s);
        see(status("queue"), 3s);
        see(said("g1"), 10s);
        see(delivered("g1"), 20s);
    }
    void see(const Fact& fact, base::Duration time) {
        const Seen seen{++number_, time, fact};
        std::visit([&](const auto& what) { lines_.look_at(what, seen); }, seen.fact);
    }
    bool is_missing() const { return lines_.is_missing(lines_.all().at("g1")); }

  private:
    std::size_t number_ = 0;
    DeliveredLines lines_;
};

TEST_F(DeliveredLinesTest, a_line_is_missing_until_it_is_shown) {
    EXPECT_TRUE(is_missing());
    see(shown("g1"), 21s);
    EXPECT_FALSE(is_missing());
}

TEST_F(DeliveredLinesTest, nothing_is_owed_when_the_handover_ended_before_the_line_came) {
    see(status("completed"), 22s);
    EXPECT_FALSE(is_missing());
}

TEST_F(DeliveredLinesTest, it_is_owed_when_the_end_came_later) {
    see(status("completed"), 30s);
    EXPECT_TRUE(is_missing());
}

TEST_F(DeliveredLinesTest, a_line_to_nobody_is_not_owed) {
    see(status("error"), 22s);
    see(said("g2"), 40s);
    see(delivered("g2"), 41s);
    EXPECT_FALSE(is_missing());
}

}  // namespace
}  // namespace invariants
