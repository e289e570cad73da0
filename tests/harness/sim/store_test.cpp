#include "harness/sim/store.h"

#include <gtest/gtest.h>

namespace sim {
namespace {

using Records = std::vector<host::Record>;

TEST(Store, holds_the_last_value_of_each_key_in_order) {
    Store store;
    store.apply({{"b", "1"}, {"a", "2"}});
    store.apply({{"b", "3"}});
    EXPECT_EQ(store.records(), (Records{{"a", "2"}, {"b", "3"}}));
}

TEST(Store, erases_a_key_without_value) {
    Store store;
    store.apply({{"a", "1"}, {"b", "2"}});
    store.apply({{"a", std::nullopt}, {"never stored", std::nullopt}});
    EXPECT_EQ(store.records(), (Records{{"b", "2"}}));
}

TEST(Store, orders_keys_as_bytes) {
    Store store;
    store.apply({{"\xc3\xa4", "1"}, {"z", "2"}});
    EXPECT_EQ(store.records().front().key, "z");
}

}  // namespace
}  // namespace sim
