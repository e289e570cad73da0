#include "mock-genesys/service/service.h"

#include <gtest/gtest.h>

#include "foundation/base/random.h"
#include "mock-genesys/api/signature.h"
#include "tests/mock-genesys/service/mock_driver_testing.h"

namespace mock {
namespace {

using namespace std::chrono_literals;

Organisation first_handover() { return organisation_fixture("first-handover.yaml"); }

TEST(Service, lets_a_conversation_run_its_whole_course) {
    MockDriver driver(first_handover());
    const auto accepted = driver.api("POST", inbound_target, inbound_body("I want a human", "e1"));
    ASSERT_EQ(accepted.status, 200);
    const std::string conversation = json::text_at(*json::parse(accepted.body), "conversationId").value();
    const auto connected = driver.take_call();
    ASSERT_TRUE(connected);
    EXPECT_TRUE(connected->request.body.contains(R"("text":"Connected","originatingEntity":"Bot")"));
    driver.answer(*connected, http::Response{200, {}, {}});
    driver.control("POST", "/_mock/agents/ann/on-queue");
    EXPECT_EQ(driver.control("POST", "/_mock/agents/ann/accept")["conversationId"], conversation);
    const auto said = driver.control("POST", "/_mock/agents/ann/say", R"({"text":"Hello"})");
    const auto hello = driver.take_call();
    ASSERT_TRUE(hello);
    EXPECT_TRUE(hello->request.body.starts_with("{\"id\":\"" + said["messageId"].get<std::string>()));
    EXPECT_EQ(driver.control("POST", "/_mock/agents/ann/disconnect")["conversationId"], conversation);
    EXPECT_EQ(driver.control("POST", "/_mock/agents/ann/wrap-up", R"({"code":"Resolved"})")["conversationId"],
              conversation);
    const auto view = *json::parse(driver.api("GET", "/api/v2/conversations/messages/" + conversation).body);
    EXPECT_EQ(view["participants"].back()["disconnectType"], "client");
    EXPECT_FALSE(driver.take_call());  // no webhook tells the end
}

TEST(Service, signs_each_webhook_over_its_exact_bytes) {
    MockDriver driver(first_handover());
    driver.api("POST", inbound_target, inbound_body("hello", "e1"));
    const auto call = driver.take_call();
    ASSERT_TRUE(call);
    EXPECT_EQ(call->request.method, "POST");
    EXPECT_EQ(call->request.headers.get("Content-Type"), "application/json");
    EXPECT_EQ(call->request.headers.get(signature_header),
              sign(first_handover().integrations[0].webhook_secret, call->request.body));
    EXPECT_EQ(call->timeout, 10s);
}

TEST(Service, attempts_a_webhook_at_0_15_30_45_60_and_75_seconds_when_it_times_out) {
    MockDriver driver(first_handover());
    driver.api("POST", inbound_target, inbound_body("hello", "e1"));
    std::vector<base::Duration> began;
    std::string body;
    while (const auto call = driver.take_call()) {
        began.push_back(driver.elapsed());
        if (body.empty()) body = call->request.body;
        EXPECT_EQ(call->request.body, body);
        driver.pass(10s);
        driver.answer(*call, host::TransportFailure::TimedOut);
        driver.pass(5s - 1ms);
        EXPECT_FALSE(driver.take_call());
        driver.pass(1ms);
    }
    EXPECT_EQ(began, (std::vector<base::Duration>{0s, 15s, 30s, 45s, 60s, 75s}));
}

TEST(Service, repeats_a_webhook_5_seconds_after_a_fast_503) {
    MockDriver driver(first_handover());
    driver.api("POST", inbound_target, inbound_body("hello", "e1"));
    driver.pass(20ms);
    driver.answer(*driver.take_call(), http::Response{503, {}, {}});
    EXPECT_EQ(driver.next_wakeup()->when.time_since_epoch(), 5s + 20ms);
    driver.pass(5s);
    EXPECT_TRUE(driver.take_call());
}

TEST(Service, sends_to_the_webhook_that_the_control_interface_has_set) {
    MockDriver driver(first_handover());
    driver.control("PUT", "/_mock/integrations/chatbot/webhook",
                   R"({"url":"http://127.0.0.1:9/in","secret":"other-secret-of-16"})");
    driver.api("POST", inbound_target, inbound_body("hello", "e1"));
    const auto call = driver.take_call();
    ASSERT_TRUE(call);
    EXPECT_EQ(call->origin, "http://127.0.0.1:9");
    EXPECT_EQ(call->request.target, "/in");
    EXPECT_EQ(call->request.headers.get(signature_header), sign("other-secret-of-16", call->request.body));
}

TEST(Service, sends_published_receipts_when_the_switch_is_on) {
    Organisation organisation = first_handover();
    organisation.switches.published_receipts = PublishedReceipts::On;
    MockDriver driver(std::move(organisation));
    driver.api("POST", inbound_target, inbound_body("hello", "e1"));
    const auto receipt = driver.take_call();
    ASSERT_TRUE(receipt);
    EXPECT_TRUE(receipt->request.body.contains(R"("type":"Receipt","status":"Published")"));
    EXPECT_FALSE(driver.take_call());  // in order: the flow's line waits
    driver.answer(*receipt, http::Response{400, {}, {}});
    EXPECT_TRUE(driver.take_call()->request.body.contains("Connected"));
}

// A driver with a conversation that ann has, every webhook so far delivered.
MockDriver with_ann(Organisation organisation) {
    MockDriver driver(std::move(organisation));
    driver.api("POST", inbound_target, inbound_body("hello", "e1"));
    while (const auto call = driver.take_call()) driver.answer(*call, http::Response{200, {}, {}});
    driver.control("POST", "/_mock/agents/ann/on-queue");
    driver.control("POST", "/_mock/agents/ann/accept");
    return driver;
}

TEST(Service, sends_an_agent_s_attachment_that_the_profile_allows) {
    MockDriver driver = with_ann(first_handover());
    driver.control("POST", "/_mock/agents/ann/say",
                   R"({"attachment":{"url":"https://cdn.example.org/a.png","mime":"image/png"}})");
    const auto call = driver.take_call();
    ASSERT_TRUE(call);
    EXPECT_TRUE(call->request.body.contains(
        R"("type":"Text","content":[{"contentType":"Attachment","attachment":{"mediaType":"Image","url":"https://cdn.example.org/a.png")"));
}

TEST(Service, fails_an_attachment_that_the_profile_does_not_allow_without_any_webhook) {
    MockDriver driver = with_ann(first_handover());
    const auto said = driver.control(
        "POST", "/_mock/agents/ann/say",
        R"({"text":"See","attachment":{"mediaType":"File","url":"https://cdn.example.org/a.pdf","mime":"application/pdf"}})");
    EXPECT_FALSE(driver.take_call());
    const auto line = driver.control("GET", "/_mock/agents/ann")["conversations"][0]["messages"].back();
    EXPECT_EQ(line["messageId"], said["messageId"]);
    EXPECT_EQ(line["status"], "failed");
    EXPECT_EQ(line["error"]["code"], "MediaTypeNotAllowed");
}

TEST(Service, tells_an_agent_s_typing_only_where_the_platform_config_enables_it) {
    MockDriver off = with_ann(first_handover());
    off.control("POST", "/_mock/agents/ann/typing");
    EXPECT_FALSE(off.take_call());
    MockDriver on = with_ann(organisation_fixture("rich-content.yaml"));
    on.control("POST", "/_mock/agents/ann/typing");
    const auto call = on.take_call();
    ASSERT_TRUE(call);
    EXPECT_TRUE(call->request.body.contains(R"("type":"Event","events":[{"eventType":"Typing")"));
    on.answer(*call, http::Response{400, {}, {}});  // nothing depends on it
    EXPECT_EQ(on.control("POST", "/_mock/agents/ann/say", R"({"text":"Hi"})").count("messageId"), 1U);
}

TEST(Service, sends_what_a_flow_offers_in_the_order_of_the_flow) {
    MockDriver driver(organisation_fixture("structured-flow.yaml"));
    driver.api("POST", inbound_target, inbound_body("hello", "e1"));
    std::vector<std::string> types;
    while (const auto call = driver.take_call()) {
        const auto body = *json::parse(call->request.body);
        types.push_back(
            body["type"].get<std::string>() + " " +
            (body.contains("content") ? body["content"][0]["contentType"].get<std::string>() : ""));
        driver.answer(*call, http::Response{200, {}, {}});
    }
    EXPECT_EQ(types, (std::vector<std::string>{"Structured QuickReply", "Structured Carousel",
                                               "Structured DatePicker", "Text "}));
}

TEST(Service, answers_202_when_the_switch_says_so) {
    Organisation organisation = first_handover();
    organisation.switches.inbound_status = InboundStatus::Accepted;
    MockDriver driver(std::move(organisation));
    EXPECT_EQ(driver.api("POST", inbound_target, inbound_body("hello", "e1")).status, 202);
}

TEST(Service, traces_what_happens_but_no_texts_and_no_secrets) {
    MockDriver driver(first_handover());
    driver.api("POST", inbound_target, inbound_body("very private words", "e1"));
    const std::string token = driver.token();
    std::string all;
    for (const host::Trace& trace : driver.traces) {
        all += trace.event + "\n";
        for (const auto& [name, value] : trace.fields) all += name + "=" + value + "\n";
    }
    EXPECT_TRUE(all.contains("message.inbound"));
    EXPECT_TRUE(all.contains("webhook.attempt"));
    EXPECT_FALSE(all.contains("very private words"));
    EXPECT_FALSE(all.contains(token));
    EXPECT_FALSE(all.contains(first_handover().oauth_clients[0].secret));
    EXPECT_FALSE(all.contains(first_handover().integrations[0].webhook_secret));
}

TEST(Service, answers_every_request_once_whatever_its_bytes) {
    MockDriver driver(first_handover());
    base::Random random(11);
    const std::vector<std::string> methods{"GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "X"};
    const std::vector<std::string> targets{std::string(inbound_target),
                                           "/oauth/token",
                                           "/api/v2/routing/queues?pageSize=2",
                                           "/_mock/agents/ann/say",
                                           "/_mock/faults",
                                           "/api/v2/conversations/messages/x/messages/y",
                                           "/_mock/integrations/chatbot/webhook",
                                           "/"};
    for (int i = 0; i < 3'000; ++i) {
        std::string target = targets[random.below(targets.size())];
        std::string body = inbound_body("hello", "e1");
        for (int change = 0; change < 3; ++change) {
            body[random.below(body.size())] = static_cast<char>(random.below(256));
            if (random.below(3) == 0)
                target[random.below(target.size())] = static_cast<char>(random.below(256));
        }
        const auto response = driver.try_request(
            {methods[random.below(methods.size())], target, {{"Authorization", "Bearer x"}}, body});
        if (!response) continue;  // the feed
        EXPECT_GE(response->status, 200);
        EXPECT_LT(response->status, 600);
    }
    EXPECT_EQ(driver.api("GET", "/api/v2/organizations/me").status, 200);
}

}  // namespace
}  // namespace mock
