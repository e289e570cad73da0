#include "mock-genesys/service/loopback_guard.h"

#include <gtest/gtest.h>

namespace mock {
namespace {

TEST(LoopbackGuard, lets_local_programs_and_pages_in) {
    for (const std::string host : {"127.0.0.1", "127.0.0.1:8080", "localhost:1", "LOCALHOST", "[::1]:99"})
        EXPECT_TRUE(is_local({{"Host", host}})) << host;
    EXPECT_TRUE(is_local({}));
    EXPECT_TRUE(is_local({{"Host", "127.0.0.1:1"}, {"Origin", "http://localhost:3000"}}));
}

TEST(LoopbackGuard, keeps_foreign_names_out) {
    for (const std::string host : {"evil.example", "127.0.0.1.evil.example", "localhost.evil",
                                   "127.0.0.1:", "", "127.0.0.1:80x", "127.0.0.11"})
        EXPECT_FALSE(is_local({{"Host", host}})) << host;
    for (const std::string origin :
         {"null", "https://evil.example", "http://127.0.0.1.evil.example", "127.0.0.1"})
        EXPECT_FALSE(is_local({{"Origin", origin}})) << origin;
}

}  // namespace
}  // namespace mock
