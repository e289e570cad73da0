#include "harness/doctor/verdict.h"

#include <gtest/gtest.h>

#include "tests/harness/doctor/fake_receiver_testing.h"

namespace doctor {
namespace {

const Exchange good{"good", FakeReceiver::with_status(200)};
const Exchange bad{"bad", FakeReceiver::with_status(400)};
const Exchange unsent{"unsent", {NotAsked{}, {}}};

TEST(Verdict, looks_only_at_what_was_sent) {
    EXPECT_EQ(those({good, bad, unsent}, is_refused).size(), 1U);
    EXPECT_EQ(those({good, bad, unsent}, is_accepted).front().name, "good");
    EXPECT_FALSE(is_refused(unsent.answer));
    EXPECT_TRUE(accepted({good, bad}, "good"));
    EXPECT_FALSE(accepted({good, bad}, "bad"));
}

TEST(Verdict, passes_only_what_was_sent_completely) {
    Diagnosis diagnosis;
    add_passed(diagnosis, "kinds", {good, good}, "kinds accepted");
    add_passed(diagnosis, "order", {good, unsent}, "");
    EXPECT_EQ(diagnosis.checks[0].verdict, Verdict::Passed);
    EXPECT_EQ(diagnosis.checks[0].detail, "2 kinds accepted");
    EXPECT_EQ(diagnosis.checks[1].verdict, Verdict::NotJudged);
    EXPECT_EQ(diagnosis.checks[1].detail, time_was_over);
}

TEST(Verdict, keeps_what_was_sent_and_what_came_back_with_a_finding) {
    Diagnosis diagnosis;
    add_finding(diagnosis, "kinds", Mistake::KindRefused, "eleven kinds", {bad});
    EXPECT_EQ(diagnosis.findings.at(0).sent, "eleven kinds");
    EXPECT_EQ(diagnosis.findings.at(0).came_back, "bad: 400");
    EXPECT_EQ(diagnosis.checks.at(0).verdict, Verdict::Found);
}

}  // namespace
}  // namespace doctor
