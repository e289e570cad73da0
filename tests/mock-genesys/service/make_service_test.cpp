#include "mock-genesys/service/make_service.h"

#include <gtest/gtest.h>

#include "mock-genesys/api/signature.h"
#include "tests/mock-genesys/service/mock_driver_testing.h"

namespace mock {
namespace {

using namespace std::chrono_literals;

TEST(MakeService, carries_out_the_faults_that_the_control_interface_arms) {
    MockDriver driver(organisation_fixture("first-handover.yaml"));
    EXPECT_EQ(driver.control("POST", "/_mock/faults",
                             R"({"operation":"GET /api/v2/organizations/me","answer":503})")["id"],
              "f1");
    const auto refused = driver.api("GET", "/api/v2/organizations/me");
    EXPECT_EQ(refused.status, 503);
    EXPECT_TRUE(refused.body.contains(R"("code":"service.unavailable")"));
    EXPECT_EQ(driver.api("GET", "/api/v2/organizations/me").status, 200);
}

TEST(MakeService, handles_an_operation_whose_response_is_lost) {
    MockDriver driver(organisation_fixture("first-handover.yaml"));
    driver.control(
        "POST", "/_mock/faults",
        R"({"operation":"POST /api/v2/conversations/messages/{integrationId}/inbound/open/message",)"
        R"("lose":"response"})");
    EXPECT_EQ(driver.api("POST", inbound_target, inbound_body("hello", "e1")).status, 504);
    EXPECT_EQ(driver.api("POST", inbound_target, inbound_body("hello", "e1")).status, 200);
    driver.control("POST", "/_mock/agents/ann/on-queue");
    EXPECT_EQ(driver.control("POST", "/_mock/agents/ann/accept").size(), 1U);
    const auto desk = driver.control("GET", "/_mock/agents/ann");
    EXPECT_EQ(desk["conversations"][0]["messages"].size(), 2U);  // the repeated one is ignored
}

TEST(MakeService, retries_a_webhook_whose_answer_a_fault_invents) {
    MockDriver driver(organisation_fixture("first-handover.yaml"));
    driver.control("POST", "/_mock/faults", R"({"webhook":{"first":2,"answer":503}})");
    driver.api("POST", inbound_target, inbound_body("hello", "e1"));
    EXPECT_FALSE(driver.take_call());
    driver.pass(5s);
    EXPECT_FALSE(driver.take_call());
    driver.pass(5s);
    EXPECT_TRUE(driver.take_call());
}

TEST(MakeService, answers_a_delayed_operation_later) {
    MockDriver driver(organisation_fixture("first-handover.yaml"));
    driver.control("POST", "/_mock/faults", R"({"operation":"GET /api/v2/organizations/me","delay":"12s"})");
    EXPECT_FALSE(driver.try_request({"GET", "/api/v2/organizations/me", {}, {}}));
    driver.pass(12s - 1ms);
    EXPECT_TRUE(driver.late_responses.empty());
    driver.pass(1ms);
    EXPECT_EQ(driver.late_responses.size(), 1U);
}

// Everything that leaves the mock in a run, in order.
std::string run_of(std::uint64_t seed) {
    MockDriver driver(organisation_fixture("persona.yaml"), seed);
    driver.open_stream("/_mock/events");
    std::string out = driver.api("POST", inbound_target, inbound_body("where is my order?", "e1")).body;
    for (int i = 0; i < 100; ++i) {
        while (const auto call = driver.take_call()) {
            out += call->request.body + std::string(*call->request.headers.get(signature_header));
            driver.answer(*call, http::Response{200, {}, {}});
        }
        driver.pass(1s);
    }
    return out + driver.take_stream_bytes();
}

TEST(MakeService, does_the_same_byte_for_byte_with_the_same_seed) {
    EXPECT_EQ(run_of(3), run_of(3));
    EXPECT_NE(run_of(3), run_of(4));
    EXPECT_TRUE(run_of(3).contains("Let me look at your order."));
    EXPECT_TRUE(run_of(3).contains("conversation.ended"));
}

}  // namespace
}  // namespace mock
