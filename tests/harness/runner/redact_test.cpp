#include "harness/runner/redact.h"

#include <gtest/gtest.h>

namespace runner {
namespace {

TEST(Redact, takes_every_secret_out_longer_ones_first) {
    const Redactor redact({"abc", "", "abcdef"});
    EXPECT_EQ(redact("abcdef abc x abcabc"), "[secret] [secret] x [secret][secret]");
}

TEST(Redact, ends_also_when_a_secret_is_part_of_the_mark) {
    EXPECT_EQ(Redactor({"secret"})("a secret"), "a [secret]");
}

}  // namespace
}  // namespace runner
