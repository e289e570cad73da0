#include "foundation/net/descriptor.h"

#include <fcntl.h>
#include <gtest/gtest.h>

#include <utility>

#include "tests/foundation/net/raw_client_testing.h"

namespace net {
namespace {

bool is_open(int number) { return ::fcntl(number, F_GETFD) >= 0; }

TEST(Descriptor, closes_what_it_owns) {
    auto [ours, theirs] = net_testing::socket_pair();
    const int number = ours.number();
    {
        const Descriptor moved = std::move(ours);
    }
    EXPECT_FALSE(is_open(number));
    EXPECT_FALSE(ours.open());
    EXPECT_TRUE(is_open(theirs.number()));
}

TEST(Descriptor, duplicates_the_same_open_file) {
    auto [ours, theirs] = net_testing::socket_pair();
    const Descriptor copy = Descriptor::duplicate_of(ours.number());
    ASSERT_TRUE(copy.open());
    EXPECT_NE(copy.number(), ours.number());
    EXPECT_NE(::fcntl(copy.number(), F_GETFD) & FD_CLOEXEC, 0);
    ours = Descriptor();
    net_testing::RawClient through_copy(Descriptor::duplicate_of(copy.number()));
    net_testing::RawClient other(std::move(theirs));
    EXPECT_TRUE(through_copy.send("still open"));
    EXPECT_EQ(other.bytes(10), "still open");
}

TEST(Descriptor, owns_nothing_when_there_is_nothing_to_duplicate) {
    EXPECT_FALSE(Descriptor::duplicate_of(-1).open());
}

}  // namespace
}  // namespace net
