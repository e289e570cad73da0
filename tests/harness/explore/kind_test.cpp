#include "harness/explore/kind.h"

#include <gtest/gtest.h>

#include <set>

#include "tests/harness/explore/setting_testing.h"

namespace explore {
namespace {

TEST(Kind, all_have_names_of_their_own) {
    std::set<std::string_view> names;
    for (const Kind kind : all_kinds) EXPECT_TRUE(names.insert(name_of(kind)).second) << name_of(kind);
}

TEST(Kind, the_key_of_a_step_has_no_names_and_values) {
    const auto steps = steps_of("  - customer(carla): \"a: b\"\n  - agent(ann).accepts\n  - after: 3s\n");
    EXPECT_EQ(key_of(steps[0]), "customer");
    EXPECT_EQ(key_of(steps[1]), "agent.accepts");
    EXPECT_EQ(key_of(steps[2]), "after");
}

}  // namespace
}  // namespace explore
