#include "foundation/base/nearest.h"

#include <gtest/gtest.h>

#include <array>

namespace {

constexpr std::array<std::string_view, 4> names{"sendResponse", "transferToAcd", "disconnect", "wait"};

TEST(NearestName, finds_a_name_with_a_letter_missing_or_wrong) {
    EXPECT_EQ(base::nearest_name("sendRespons", names), "sendResponse");
    EXPECT_EQ(base::nearest_name("transfertoacd", names), "transferToAcd");
    EXPECT_EQ(base::nearest_name("disconect", names), "disconnect");
}

TEST(NearestName, counts_swapped_neighbours_as_one_slip) {
    EXPECT_EQ(base::nearest_name("wiat", names), "wait");
}

TEST(NearestName, gives_no_guess_when_nothing_is_near) {
    EXPECT_EQ(base::nearest_name("queue", names), "");
    EXPECT_EQ(base::nearest_name("", std::span<const std::string_view>{}), "");
    EXPECT_EQ(base::nearest_name(std::string(10'000, 'x'), names), "");
}

}  // namespace
