#include "foundation/net/shared_lines.h"

#include <gtest/gtest.h>

#include "foundation/net/owned_file.h"
#include "tests/foundation/net/directory_testing.h"

namespace net {
namespace {

TEST(SharedLines, stand_after_what_others_have_written) {
    const net_testing::TemporaryDirectory directory;
    const std::string path = directory.file("lines");
    auto one = SharedLines::open(path);
    auto other = SharedLines::open(path);
    ASSERT_TRUE(one && other);
    EXPECT_TRUE(one->append("first"));
    EXPECT_TRUE(other->append("second"));
    EXPECT_TRUE(one->append(std::string(100'000, 'x')));
    EXPECT_TRUE(other->append("last"));
    EXPECT_EQ(read_file(path), "first\nsecond\n" + std::string(100'000, 'x') + "\nlast\n");
}

TEST(SharedLines, say_when_they_cannot_be_written) {
    const auto lines = SharedLines::open("/no/such/directory/lines");
    ASSERT_FALSE(lines);
    EXPECT_EQ(lines.error(),
              "the file /no/such/directory/lines cannot be written; check that its directory exists and is "
              "writable");
}

}  // namespace
}  // namespace net
