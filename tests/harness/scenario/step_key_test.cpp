#include "harness/scenario/step_key.h"

#include <gtest/gtest.h>

namespace scenario {
namespace {

TEST(StepKey, cuts_actor_name_and_verb) {
    const auto key = cut_key("agent(ann).wraps-up");
    ASSERT_TRUE(key);
    EXPECT_EQ(key->actor, "agent");
    EXPECT_EQ(key->name, "ann");
    EXPECT_EQ(key->verb, "wraps-up");
}

TEST(StepKey, name_and_verb_may_be_missing) {
    EXPECT_EQ(cut_key("after")->verb, "");
    EXPECT_EQ(cut_key("customer.says")->name, "");
    EXPECT_EQ(cut_key("customer(ben)")->verb, "");
}

TEST(StepKey, refuses_everything_else) {
    for (const std::string_view key :
         {"", ".", "a.", "a(", "a()", "a(b", "a(b)c", "a b", "a.b.c", "(a)", "a(b c)"})
        EXPECT_FALSE(cut_key(key)) << key;
}

}  // namespace
}  // namespace scenario
