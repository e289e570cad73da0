#include "harness/runner/world.h"

#include <gtest/gtest.h>

namespace runner {
namespace {

TEST(World, its_places_have_names) {
    EXPECT_EQ(name_of(Place::Genesys), "genesys");
    EXPECT_EQ(name_of(Place::Bridge), "bridge");
}

}  // namespace
}  // namespace runner
