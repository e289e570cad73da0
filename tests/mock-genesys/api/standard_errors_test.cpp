#include "mock-genesys/api/standard_errors.h"

#include <gtest/gtest.h>

namespace mock {
namespace {

TEST(StandardErrors, are_those_that_every_operation_declares) {
    EXPECT_EQ(standard_error(503).code, "service.unavailable");
    EXPECT_EQ(standard_error(504).code, "request.timeout");
    EXPECT_EQ(standard_error(429).code, "too.many.requests");
    EXPECT_EQ(standard_error(500).status, 500);
}

TEST(StandardErrors, say_that_a_fault_made_up_any_other_status) {
    EXPECT_EQ(standard_error(418).code, "mock.fault");
    EXPECT_EQ(standard_error(418).status, 418);
}

}  // namespace
}  // namespace mock
