#include "mock-genesys/service/recording_host.h"

#include <gtest/gtest.h>

#include <memory>

#include "foundation/json/json.h"
#include "mock-genesys/core/assign_ids.h"
#include "mock-genesys/service/make_service.h"
#include "tests/mock-genesys/service/mock_driver_testing.h"

namespace mock {
namespace {

std::vector<ApiExchange> exchanges_of(const http::Request& request) {
    std::vector<ApiExchange> told;
    const auto host = make_service(assign_ids(organisation_fixture("first-handover.yaml"), 1), 1,
                                   [&](const ApiExchange& exchange) { told.push_back(exchange); });
    host->handle(host::RequestArrived{{1}, request}, {});
    host->drain();
    return told;
}

TEST(RecordingHost, tells_every_exchange_with_the_api) {
    const auto told = exchanges_of({"GET", "/api/v2/tokens/me?x=1", {}, "body"});
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(told[0].method, "GET");
    EXPECT_EQ(told[0].target, "/api/v2/tokens/me?x=1");
    EXPECT_EQ(told[0].request_body, "body");
    EXPECT_EQ(told[0].response.status, 401);
}

TEST(RecordingHost, does_not_tell_of_tokens_or_of_the_control_interface) {
    EXPECT_TRUE(exchanges_of({"POST", "/oauth/token", {}, {}}).empty());
    EXPECT_TRUE(exchanges_of({"GET", "/_mock/live", {}, {}}).empty());
}

TEST(RecordingHost, leaves_secrets_out_at_any_depth) {
    const std::string line = encode_exchange(
        {"POST",
         "/api/v2/x",
         R"({"secret":"one"})",
         {200, {}, R"({"entities":[{"outboundNotificationWebhookSignatureSecretToken":"two"}]})"}});
    EXPECT_EQ(
        line,
        R"({"method":"POST","target":"/api/v2/x","requestBody":"{\"secret\":\"(redacted)\"}","status":200,)"
        R"("responseBody":"{\"entities\":[{\"outboundNotificationWebhookSignatureSecretToken\":\"(redacted)\"}]}"})");
}

TEST(RecordingHost, keeps_no_text_that_is_not_json) {
    const auto line = *json::parse(encode_exchange({"POST", "/api/v2/x", "secret=one", {400, {}, ""}}));
    EXPECT_EQ(line["requestBody"], "(not JSON)");
    EXPECT_EQ(line["responseBody"], "");
}

}  // namespace
}  // namespace mock
