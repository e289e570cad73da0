#include "mock-genesys/api/responses.h"

#include <gtest/gtest.h>

namespace mock {
namespace {

TEST(JsonResponse, has_the_vendor_s_headers_and_claims_no_rate_limit) {
    const http::Response response = json_response(202, "{}", "c1");
    EXPECT_EQ(response.status, 202);
    EXPECT_EQ(response.headers.get("Content-Type"), "application/json");
    EXPECT_EQ(response.headers.get("inin-correlation-id"), "c1");
    EXPECT_EQ(response.headers.get("Cache-Control"), "no-cache, no-store, must-revalidate");
    EXPECT_EQ(response.headers.get("inin-ratelimit-count"), std::nullopt);
}

}  // namespace
}  // namespace mock
