#include "mock-genesys/service/inbound_requests.h"

#include <gtest/gtest.h>

#include "tests/mock-genesys/service/mock_driver_testing.h"

namespace mock {
namespace {

const std::string inbound =
    "/api/v2/conversations/messages/1f0c8f8e-3d3a-4a5c-9d39-6b3f5b0c0a01/inbound/open/";
const std::string legacy = "/api/v2/conversations/messages/inbound/open";

std::string event_body() {
    return R"({"channel":{"from":{"id":"anna","idType":"Opaque"},"time":"2026-03-04T05:06:07Z"},"events":[{"eventType":"Typing"}]})";
}
std::string receipt_body(const std::string& message, const std::string& status) {
    return R"({"id":")" + message +
           R"(","channel":{"to":{"id":"anna"},"time":"2026-03-04T05:06:09Z"},"status":")" + status +
           R"(","reasons":[{"code":"InvalidDestination","message":"no such user"}]})";
}

struct Talk {
    MockDriver driver;
    std::string conversation;
    std::string said;

    explicit Talk(Organisation organisation) : driver(std::move(organisation)) {
        const auto accepted = driver.api("POST", inbound_target, inbound_body("hello", "e1"));
        conversation = json::text_at(*json::parse(accepted.body), "conversationId").value();
        driver.answer(*driver.take_call(), http::Response{200, {}, {}});
        driver.control("POST", "/_mock/agents/ann/on-queue");
        driver.control("POST", "/_mock/agents/ann/accept");
        said = driver.control("POST", "/_mock/agents/ann/say", R"({"text":"Hi"})")["messageId"]
                   .get<std::string>();
    }
    json::Value read(const std::string& message) {
        return *json::parse(
            driver.api("GET", "/api/v2/conversations/messages/" + conversation + "/messages/" + message)
                .body);
    }
    json::Value line_at_desk() {
        return driver.control("GET", "/_mock/agents/ann")["conversations"][0]["messages"].back();
    }
};

TEST(InboundRequests, a_receipt_is_seen_by_the_agent_and_by_every_read) {
    Talk talk(organisation_fixture("first-handover.yaml"));
    talk.driver.answer(*talk.driver.take_call(), http::Response{200, {}, {}});
    EXPECT_EQ(talk.line_at_desk()["status"], "sent");
    EXPECT_EQ(talk.driver.api("POST", inbound + "receipt", receipt_body(talk.said, "Failed")).status, 200);
    EXPECT_EQ(talk.line_at_desk()["status"], "delivery-failed");
    EXPECT_EQ(talk.line_at_desk()["error"]["code"], "InvalidDestination");
    const auto message = talk.read(talk.said);
    EXPECT_EQ(message["status"], "delivery-failed");
    EXPECT_EQ(message["normalizedReceipts"][0]["status"], "Failed");
    EXPECT_EQ(message["normalizedReceipts"][0]["reasons"][0]["code"], "InvalidDestination");
    const auto view =
        *json::parse(talk.driver.api("GET", "/api/v2/conversations/messages/" + talk.conversation).body);
    EXPECT_EQ(view["participants"].back()["messages"][0]["errorInfo"]["code"], "InvalidDestination");
}

TEST(InboundRequests, a_receipt_that_overtakes_the_answer_to_the_webhook_stays) {
    Talk talk(organisation_fixture("first-handover.yaml"));
    talk.driver.api("POST", inbound + "receipt", receipt_body(talk.said, "Delivered"));
    talk.driver.answer(*talk.driver.take_call(), http::Response{200, {}, {}});
    EXPECT_EQ(talk.read(talk.said)["status"], "delivery-success");
}

TEST(InboundRequests, a_receipt_about_nothing_is_as_the_switch_says) {
    Organisation organisation = organisation_fixture("first-handover.yaml");
    EXPECT_EQ(
        MockDriver(organisation).api("POST", inbound + "receipt", receipt_body("m9", "Delivered")).status,
        200);
    organisation.switches.unknown_receipt = UnknownReceipt::NotFound;
    EXPECT_EQ(
        MockDriver(organisation).api("POST", inbound + "receipt", receipt_body("m9", "Delivered")).status,
        404);
}

TEST(InboundRequests, receipts_of_one_message_are_bounded) {
    Talk talk(organisation_fixture("first-handover.yaml"));
    for (std::size_t i = 0; i < receipts_max + 5; ++i)
        talk.driver.api("POST", inbound + "receipt", receipt_body(talk.said, "Sent"));
    EXPECT_EQ(talk.read(talk.said)["normalizedReceipts"].size(), receipts_max);
}

TEST(InboundRequests, typing_is_told_only_where_it_is_enabled) {
    Talk off(organisation_fixture("first-handover.yaml"));
    EXPECT_EQ(off.driver.api("POST", inbound + "event", event_body()).status, 200);
    Talk on(organisation_fixture("rich-content.yaml"));
    EXPECT_EQ(on.driver.api("POST", inbound + "event", event_body()).status, 200);
    const auto typed = [](const Talk& talk) {
        return std::ranges::count(talk.driver.traces, "typing", &host::Trace::event);
    };
    EXPECT_EQ(typed(off), 0);
    EXPECT_EQ(typed(on), 1);
}

TEST(InboundRequests, a_structured_response_is_a_line_of_the_customer) {
    Talk talk(organisation_fixture("first-handover.yaml"));
    const auto response = talk.driver.api(
        "POST", inbound + "structured/response",
        R"({"channel":{"from":{"id":"anna","idType":"Opaque"},"time":"2026-03-04T05:06:07Z"},"buttonResponse":{"type":"QuickReply","text":"Yes","payload":"y"},"originatingMessageId":"m"})");
    EXPECT_EQ(response.status, 200);
    const auto reply = *json::parse(response.body);
    EXPECT_EQ(reply["type"], "Structured");
    EXPECT_EQ(reply["direction"], "Inbound");
    EXPECT_EQ(reply["content"][0]["buttonResponse"]["payload"], "y");
    EXPECT_EQ(talk.line_at_desk()["text"], "Yes");
    EXPECT_EQ(talk.read(reply["id"].get<std::string>())["normalizedMessage"]["type"], "Structured");
}

TEST(InboundRequests, the_catch_all_is_gone_when_the_switch_says_so) {
    const std::string body =
        R"({"channel":{"to":{"id":"1f0c8f8e-3d3a-4a5c-9d39-6b3f5b0c0a01"},"from":{"id":"a","idType":"Opaque"},"time":"2026-03-04T05:06:07Z"},"type":"Text","text":"x"})";
    Organisation organisation = organisation_fixture("first-handover.yaml");
    EXPECT_EQ(MockDriver(organisation).api("POST", legacy, body).status, 200);
    organisation.switches.legacy_inbound = LegacyInbound::Gone;
    EXPECT_EQ(MockDriver(organisation).api("POST", legacy, body).status, 404);
}

TEST(InboundRequests, refuse_a_body_over_the_limit_a_foreign_type_and_an_unknown_integration) {
    MockDriver driver(organisation_fixture("first-handover.yaml"));
    for (const char* const operation : {"message", "event", "receipt", "structured/response"}) {
        const auto large = driver.api("POST", inbound + operation, std::string(request_bytes_max + 1, ' '));
        EXPECT_EQ(large.status, 413) << operation;
        EXPECT_TRUE(large.body.contains("Maximum bytes: 512000")) << operation;
        EXPECT_EQ(driver.api("POST", inbound + operation, std::string(request_bytes_max, ' ')).status, 400);
    }
    EXPECT_EQ(
        driver.api("POST", "/api/v2/conversations/messages/nobody/inbound/open/event", event_body()).status,
        404);
    const auto text =
        driver.request("POST", inbound + "event", event_body(),
                       {{"Authorization", "Bearer " + driver.token()}, {"Content-Type", "text/plain"}});
    EXPECT_EQ(text.status, 415);
}

}  // namespace
}  // namespace mock
