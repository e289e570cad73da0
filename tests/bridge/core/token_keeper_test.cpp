#include "bridge/core/token_keeper.h"

#include <gtest/gtest.h>

namespace bridge {
namespace {

using namespace std::chrono_literals;

constexpr base::TimePoint start{10s};

TEST(TokenKeeper, refreshes_once_at_a_time) {
    TokenKeeper keeper;
    EXPECT_EQ(keeper.token(start), std::nullopt);
    EXPECT_TRUE(keeper.begin_refresh());
    EXPECT_FALSE(keeper.begin_refresh());
    keeper.granted("t", 600s, start);
    EXPECT_EQ(keeper.token(start), "t");
    EXPECT_FALSE(keeper.is_refreshing());
}

TEST(TokenKeeper, gives_a_token_up_a_minute_before_it_expires) {
    TokenKeeper keeper;
    keeper.granted("t", 600s, start);
    EXPECT_EQ(keeper.token(start + 540s - 1ns), "t");
    EXPECT_EQ(keeper.token(start + 540s), std::nullopt);
}

TEST(TokenKeeper, uses_a_short_lived_token_for_half_its_life) {
    TokenKeeper keeper;
    keeper.granted("t", 40s, start);
    EXPECT_EQ(keeper.token(start + 19s), "t");
    EXPECT_EQ(keeper.token(start + 20s), std::nullopt);
}

TEST(TokenKeeper, drops_only_the_token_that_was_refused) {
    TokenKeeper keeper;
    keeper.granted("new", 600s, start);
    keeper.invalidate("old");
    EXPECT_EQ(keeper.token(start), "new");
    keeper.invalidate("new");
    EXPECT_EQ(keeper.token(start), std::nullopt);
}

TEST(TokenKeeper, does_not_remember_a_failure) {
    TokenKeeper keeper;
    keeper.begin_refresh();
    keeper.refresh_failed();
    EXPECT_TRUE(keeper.begin_refresh());
}

}  // namespace
}  // namespace bridge
