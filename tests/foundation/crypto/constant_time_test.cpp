#include "foundation/crypto/constant_time.h"

#include <gtest/gtest.h>

namespace {

using crypto::equal_in_constant_time;

TEST(EqualInConstantTime, tells_equal_from_unequal) {
    EXPECT_TRUE(equal_in_constant_time("", ""));
    EXPECT_TRUE(equal_in_constant_time("secret", "secret"));
    EXPECT_FALSE(equal_in_constant_time("secret", "secreT"));
    EXPECT_FALSE(equal_in_constant_time("secret", "secre"));
    EXPECT_FALSE(equal_in_constant_time("", "s"));
}

}  // namespace
