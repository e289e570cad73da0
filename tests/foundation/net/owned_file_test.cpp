#include "foundation/net/owned_file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "tests/foundation/net/directory_testing.h"

namespace net {
namespace {

mode_t mode_of(const std::string& path) {
    struct stat status{};
    ::stat(path.c_str(), &status);
    return status.st_mode & 0777U;
}

TEST(OwnedFile, replaces_a_file_as_a_whole_and_leaves_no_draft) {
    const net_testing::TemporaryDirectory directory;
    ASSERT_TRUE(write_atomically(directory.file("port"), "8080\n", Readers::Everybody));
    ASSERT_TRUE(write_atomically(directory.file("port"), "1\n", Readers::Everybody));
    EXPECT_EQ(read_file(directory.file("port")), "1\n");
    std::size_t files = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(directory.path())) ++files;
    EXPECT_EQ(files, 1U);
}

TEST(OwnedFile, keeps_secrets_from_others) {
    const net_testing::TemporaryDirectory directory;
    ASSERT_TRUE(write_atomically(directory.file("key"), "secret", Readers::OwnerOnly));
    EXPECT_EQ(mode_of(directory.file("key")), 0600U);
}

TEST(OwnedFile, says_why_it_cannot_be_written) {
    const auto written = write_atomically("/no/such/directory/port", "1", Readers::Everybody);
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error(),
              "the file /no/such/directory/port cannot be written: No such file or directory; check that its "
              "directory exists and is writable");
}

TEST(OwnedFile, reads_nothing_from_a_file_that_is_not_there) {
    EXPECT_EQ(read_file("/no/such/file"), std::nullopt);
}

}  // namespace
}  // namespace net
