#include "bridge/service/turn.h"

#include <gtest/gtest.h>

namespace bridge {
namespace {

TEST(Turn, stores_everything_once_before_any_effect) {
    base::Random random(1);
    Turn turn({}, random);
    turn.trace("first", {});
    turn.store("b", "1");
    turn.run(host::CloseStream{host::RequestId{3}});
    turn.store("b", "2");
    turn.store("a", "x");
    turn.erase("a");
    const auto effects = turn.finish();
    ASSERT_EQ(effects.size(), 3U);
    const std::vector<host::Record> ref_records{{"a", std::nullopt}, {"b", "2"}};
    EXPECT_EQ(std::get<host::Persist>(effects[0]).records, ref_records);
    EXPECT_EQ(std::get<host::Trace>(effects[1]).event, "first");
    EXPECT_EQ(std::get<host::CloseStream>(effects[2]).id, host::RequestId{3});
}

TEST(Turn, without_records_stores_nothing_and_is_empty_afterwards) {
    base::Random random(1);
    Turn turn({}, random);
    turn.trace("only", {});
    EXPECT_EQ(turn.finish().size(), 1U);
    EXPECT_TRUE(turn.finish().empty());
}

}  // namespace
}  // namespace bridge
