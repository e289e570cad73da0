#include "foundation/base/check.h"

#include <gtest/gtest.h>

namespace {

TEST(Check, lets_a_kept_contract_pass) { base::check(true, "one is one"); }

TEST(CheckDeathTest, stops_the_program_and_says_where_and_what) {
    EXPECT_DEATH(base::check(false, "a queue never grows past its bound"),
                 "check_test.cpp:[0-9]+: contract broken: a queue never grows past its bound");
}

}  // namespace
