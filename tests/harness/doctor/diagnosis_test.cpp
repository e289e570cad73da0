#include "harness/doctor/diagnosis.h"

#include <gtest/gtest.h>

namespace doctor {
namespace {

TEST(Verdict, has_a_name_for_programs) {
    EXPECT_EQ(name_of(Verdict::Passed), "passed");
    EXPECT_EQ(name_of(Verdict::Found), "finding");
    EXPECT_EQ(name_of(Verdict::NotJudged), "not judged");
}

}  // namespace
}  // namespace doctor
