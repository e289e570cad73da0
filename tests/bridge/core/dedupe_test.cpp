#include "bridge/core/dedupe.h"

#include <gtest/gtest.h>

namespace bridge {
namespace {

using namespace std::chrono_literals;

GenesysMessageId id(std::size_t number) { return GenesysMessageId("id-" + std::to_string(number)); }

TEST(Dedupe, knows_what_it_has_taken) {
    Dedupe dedupe;
    EXPECT_FALSE(dedupe.contains(id(1)));
    EXPECT_TRUE(dedupe.remember(id(1), {}).empty());
    EXPECT_TRUE(dedupe.contains(id(1)));
    EXPECT_TRUE(dedupe.remember(id(1), {}).empty());
}

TEST(Dedupe, forgets_an_id_only_after_the_retry_horizon) {
    Dedupe dedupe;
    for (std::size_t i = 0; i < ids_kept; ++i) dedupe.remember(id(i), base::UtcTime{});
    EXPECT_TRUE(dedupe.remember(id(ids_kept), base::UtcTime{85s}).empty());
    EXPECT_TRUE(dedupe.contains(id(0)));
    const auto forgotten = dedupe.remember(id(ids_kept + 1), base::UtcTime{86s});
    EXPECT_EQ(forgotten, (std::vector{id(0), id(1)}));
    EXPECT_FALSE(dedupe.contains(id(0)));
    EXPECT_TRUE(dedupe.contains(id(2)));
}

TEST(Dedupe, keeps_ids_of_any_age_while_there_are_few) {
    Dedupe dedupe;
    dedupe.remember(id(1), base::UtcTime{});
    dedupe.remember(id(2), base::UtcTime{24h});
    EXPECT_TRUE(dedupe.contains(id(1)));
}

TEST(Dedupe, is_bounded_even_within_the_horizon) {
    Dedupe dedupe;
    std::size_t forgotten = 0;
    for (std::size_t i = 0; i < ids_max + 10; ++i) forgotten += dedupe.remember(id(i), {}).size();
    EXPECT_EQ(forgotten, 10U);
}

}  // namespace
}  // namespace bridge
