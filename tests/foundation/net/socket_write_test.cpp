#include "foundation/net/socket_write.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/foundation/net/raw_client_testing.h"

namespace net {
namespace {

using net_testing::RawClient;
using net_testing::socket_pair;

TEST(SocketWrite, sends_what_fits_and_says_how_much) {
    auto [ours, theirs] = socket_pair();
    RawClient reader(std::move(theirs));
    EXPECT_EQ(write_now(ours.number(), "hello ", Next::More), 6U);
    EXPECT_EQ(write_now(ours.number(), "world"), 5U);
    EXPECT_EQ(reader.bytes(11), "hello world");
}

TEST(SocketWrite, takes_nothing_when_the_socket_is_full_instead_of_waiting) {
    const auto [ours, theirs] = socket_pair();
    const std::string piece(4096, 'x');
    while (write_now(ours.number(), piece).value_or(0) > 0) {
    }
    EXPECT_EQ(write_now(ours.number(), piece), 0U);
}

TEST(SocketWrite, reports_a_broken_connection_without_a_signal) {
    auto [ours, theirs] = socket_pair();
    theirs = Descriptor();
    EXPECT_EQ(write_now(ours.number(), "anybody?"), std::nullopt);
}

TEST(SocketWrite, ends_one_side_or_both) {
    auto [ours, theirs] = socket_pair();
    RawClient reader(Descriptor::duplicate_of(theirs.number()));
    write_now(ours.number(), "bye");
    end_writing(ours.number());
    EXPECT_EQ(reader.rest(), "bye");
    EXPECT_TRUE(reader.send("still heard"));
    end_both_ways(ours.number());
    EXPECT_EQ(write_now(ours.number(), "x"), std::nullopt);
    EXPECT_FALSE(reader.send("not heard"));
}

}  // namespace
}  // namespace net
