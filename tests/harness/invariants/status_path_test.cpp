#include <gtest/gtest.h>

#include "tests/harness/invariants/facts_testing.h"

namespace invariants {
namespace {

std::string path(std::initializer_list<StatusSeen> statuses) {
    Showing showing(status_path());
    for (const StatusSeen& fact : statuses) showing.see(fact);
    return showing.broken();
}

TEST(StatusPath, holds_for_handovers_that_go_forward) {
    EXPECT_EQ(path({status("queue"), status("active"), status("completed")}), "");
    EXPECT_EQ(path({status("queue"), status("cancelled"), status("queue", 2), status("active", 2)}), "");
    EXPECT_EQ(path({status("error"), status("error", 2)}), "");
}

TEST(StatusPath, fails_for_a_second_end) {
    EXPECT_EQ(path({status("queue"), status("completed"), status("completed")}),
              "status completed of handover 1 cannot follow");
    EXPECT_EQ(path({status("cancelled"), status("completed")}),
              "status completed of handover 1 cannot follow");
}

TEST(StatusPath, fails_for_a_step_back) {
    EXPECT_EQ(path({status("active"), status("queue")}), "status queue of handover 1 cannot follow");
}

TEST(StatusPath, fails_for_a_handover_that_begins_before_the_last_one_ended) {
    EXPECT_EQ(path({status("active"), status("queue", 2)}), "status queue of handover 2 cannot follow");
    EXPECT_EQ(path({status("completed"), status("queue", 3)}), "status queue of handover 3 cannot follow");
}

TEST(StatusPath, customers_have_paths_of_their_own) {
    EXPECT_EQ(path({status("active"), StatusSeen{"dora", "queue", 1}}), "");
}

}  // namespace
}  // namespace invariants
