#include "foundation/net/store.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>

#include "tests/foundation/net/directory_testing.h"
#include "tests/foundation/net/refusing_store_testing.h"

namespace net {
namespace {

using host::Record;
using Records = std::vector<Record>;

class StoreTest : public testing::Test {
  protected:
    Store open() {
        auto store = Store::open(path);
        EXPECT_TRUE(store) << store.error();
        return *std::move(store);
    }

    net_testing::TemporaryDirectory directory;
    const std::string path = directory.file("bridge.store");
};

TEST_F(StoreTest, holds_nothing_at_first) { EXPECT_EQ(open().load(), Records{}); }

TEST_F(StoreTest, holds_what_was_committed_after_it_is_opened_again) {
    const std::string bytes("\0\xff\n", 3);
    {
        Store store = open();
        ASSERT_TRUE(store.commit({{"b", "2"}, {"a", "1"}, {bytes, bytes}, {"empty", ""}}));
        ASSERT_TRUE(store.commit({{"a", "new"}, {"b", std::nullopt}, {"never", std::nullopt}}));
    }
    EXPECT_EQ(open().load(), (Records{{bytes, bytes}, {"a", "new"}, {"empty", ""}}));
}

TEST_F(StoreTest, orders_keys_as_bytes) {
    Store store = open();
    ASSERT_TRUE(store.commit({{"b", ""}, {"\xc3\xa4", ""}, {"B", ""}, {"a", ""}, {"aa", ""}}));
    std::vector<std::string> keys;
    const auto loaded = store.load();
    for (const Record& record : *loaded) keys.push_back(record.key);
    EXPECT_EQ(keys, (std::vector<std::string>{"B", "a", "aa", "b", "\xc3\xa4"}));
}

TEST_F(StoreTest, lets_the_last_record_of_a_key_win) {
    Store store = open();
    ASSERT_TRUE(store.commit({{"a", "1"}, {"a", std::nullopt}, {"a", "2"}, {"b", "1"}, {"b", std::nullopt}}));
    EXPECT_EQ(store.load(), (Records{{"a", "2"}}));
}

TEST_F(StoreTest, survives_a_process_that_ends_without_closing) {
    const pid_t child = ::fork();
    if (child == 0) {
        auto store = Store::open(path);
        const bool committed = store && store->commit({{"kept", "yes"}});
        ::_exit(committed ? 0 : 1);
    }
    int status = -1;
    ::waitpid(child, &status, 0);
    ASSERT_EQ(status, 0);
    EXPECT_EQ(open().load(), (Records{{"kept", "yes"}}));
}

TEST_F(StoreTest, is_open_once) {
    const Store first = open();
    const auto second = Store::open(path);
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error(), "the store " + path + " is in use by another process; stop that one first");
}

TEST_F(StoreTest, says_when_it_cannot_be_made) {
    const auto store = Store::open(directory.file("missing/bridge.store"));
    ASSERT_FALSE(store);
    EXPECT_TRUE(store.error().contains("check that its directory exists and is writable")) << store.error();
}

TEST_F(StoreTest, says_when_the_file_is_something_else) {
    std::ofstream(path) << std::string(4096, 'x');
    const auto store = Store::open(path);
    ASSERT_FALSE(store);
    EXPECT_TRUE(store.error().contains("is not an SQLite file")) << store.error();
}

TEST_F(StoreTest, commits_all_or_nothing) {
    net_testing::make_refusing_store(path);
    Store store = open();
    const auto refused = store.commit({{"good", "1"}, {net_testing::refused_key, "2"}});
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().contains("CHECK constraint failed")) << refused.error();
    EXPECT_EQ(store.load(), Records{});
    EXPECT_TRUE(store.commit({{"good", "1"}}));
}

}  // namespace
}  // namespace net
