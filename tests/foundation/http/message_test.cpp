#include "foundation/http/message.h"

#include <gtest/gtest.h>

namespace {

TEST(ReasonPhrase, knows_the_statuses_in_use) {
    EXPECT_EQ(http::reason_phrase(200), "OK");
    EXPECT_EQ(http::reason_phrase(429), "Too Many Requests");
    EXPECT_EQ(http::reason_phrase(501), "Not Implemented");
}

TEST(ReasonPhrase, is_unknown_for_the_rest) { EXPECT_EQ(http::reason_phrase(599), "Unknown"); }

}  // namespace
