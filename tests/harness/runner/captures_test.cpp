#include "harness/runner/captures.h"

#include <gtest/gtest.h>

namespace runner {
namespace {

TEST(Captures, fill_in_what_was_kept_last) {
    Captures captures;
    captures.keep("m", "one", 3);
    captures.keep("m", "two", 5);
    EXPECT_EQ(captures.fill("a ${m} b ${m}"), "a two b two");
    EXPECT_EQ(captures.all().at("m").line, 5U);
}

TEST(Captures, leave_what_they_do_not_know_and_what_is_no_reference) {
    EXPECT_EQ(Captures{}.fill("a ${x} $ {y} ${open"), "a ${x} $ {y} ${open");
}

TEST(Captures, do_not_look_into_the_values_they_put_in) {
    Captures captures;
    captures.keep("a", "${a}", 1);
    EXPECT_EQ(captures.fill("${a}"), "${a}");
}

}  // namespace
}  // namespace runner
