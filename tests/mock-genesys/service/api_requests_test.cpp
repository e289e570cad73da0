#include "mock-genesys/service/api_requests.h"

#include <gtest/gtest.h>

#include "foundation/crypto/base64.h"
#include "tests/mock-genesys/service/mock_driver_testing.h"

namespace mock {
namespace {

using namespace std::chrono_literals;

Organisation first_handover() { return organisation_fixture("first-handover.yaml"); }

std::string code_of(const http::Response& response) {
    const auto body = json::parse(response.body);
    return body ? json::text_at(*body, "code").value_or("") : "";
}

http::Response token_response(MockDriver& driver, const std::string& id, const std::string& secret,
                              const std::string& grant = "client_credentials") {
    return driver.request("POST", "/oauth/token", "grant_type=" + grant,
                          {{"authorization", "basic " + crypto::encode_base64(id + ":" + secret)}});
}

TEST(ApiRequests, refuse_tokens_as_the_vendor_does) {
    const OAuthClient client = first_handover().oauth_clients[0];
    MockDriver driver(first_handover());
    EXPECT_EQ(token_response(driver, client.id.text(), client.secret).status, 200);
    const auto unknown = token_response(driver, "nobody", client.secret);
    EXPECT_EQ(unknown.status, 400);
    EXPECT_EQ(
        unknown.body,
        R"({"error":"invalid_client","description":"client not found","error_description":"client not found"})");
    EXPECT_EQ(token_response(driver, client.id.text(), "wrong").status, 401);
    EXPECT_TRUE(token_response(driver, client.id.text(), client.secret, "magic")
                    .body.contains("unsupported_grant_type"));
    EXPECT_TRUE(token_response(driver, client.id.text(), client.secret, "password")
                    .body.contains("unauthorized_client"));
    EXPECT_EQ(driver.request("GET", "/oauth/token").status, 405);
}

TEST(ApiRequests, refuse_tokens_to_a_client_that_nobody_has_authorized) {
    Organisation organisation = first_handover();
    organisation.oauth_clients[0].authorized = false;
    const OAuthClient client = organisation.oauth_clients[0];
    MockDriver driver(std::move(organisation));
    const auto refused = token_response(driver, client.id.text(), client.secret);
    EXPECT_EQ(refused.status, 400);
    EXPECT_TRUE(refused.body.contains("unauthorized_client"));
}

TEST(ApiRequests, ask_for_a_token_that_is_known_and_valid) {
    MockDriver driver(first_handover());
    constexpr std::string_view target = "/api/v2/organizations/me";
    EXPECT_EQ(code_of(driver.request("GET", target)), "authentication.required");
    EXPECT_EQ(code_of(driver.request("GET", target, {}, {{"Authorization", "Bearer x"}})), "bad.credentials");
    const std::string token = driver.token();
    EXPECT_EQ(driver.request("GET", target, {}, {{"authorization", "bearer " + token}}).status, 200);
    EXPECT_EQ(driver.control("POST", "/_mock/tokens/expire")["expired"], 1);
    EXPECT_EQ(driver.request("GET", target, {}, {{"Authorization", "Bearer " + token}}).status, 401);
    EXPECT_EQ(driver.api("GET", target).status, 200);
}

TEST(ApiRequests, let_a_token_expire_in_its_time) {
    MockDriver driver(first_handover());
    const std::string token = driver.token();
    driver.pass(86400s);
    EXPECT_EQ(driver.request("GET", "/api/v2/tokens/me", {}, {{"Authorization", "Bearer " + token}}).status,
              401);
}

TEST(ApiRequests, name_the_permission_that_is_missing) {
    Organisation organisation = first_handover();
    organisation.roles[0].permissions = {"analytics:conversationDetail:view"};
    MockDriver driver(std::move(organisation));
    const auto inbound = driver.api("POST", inbound_target, inbound_body("hello", "e1"));
    EXPECT_EQ(inbound.status, 403);
    EXPECT_EQ(code_of(inbound), "missing.permissions");
    EXPECT_TRUE(inbound.body.contains("permission(s): conversation:message:receive"));
    const auto details = driver.api("GET", "/api/v2/conversations/messages/m/details");
    EXPECT_EQ(code_of(details), "missing.any.permissions");
    EXPECT_TRUE(details.body.contains("assigned: conversation:message:view, conversation:webmessaging:view"));
}

struct Refused {
    std::string_view method;
    std::string target;
    std::string body;
    int status;
    std::string code;
};

TEST(ApiRequests, refuse_bad_input_and_change_nothing) {
    const std::string unknown = "/api/v2/conversations/messages/unknown/inbound/open/message";
    const std::string good = inbound_body("hello", "e1");
    const std::vector<Refused> table{
        {"POST", std::string(inbound_target), "{", 400, "bad.request"},
        {"POST", std::string(inbound_target), std::string(512'001, ' '), 413, "request.entity.too.large"},
        {"POST", unknown, good, 404, "not.found"},
        {"POST", unknown + "?prefetchConversationId=maybe", good, 400, "invalid.query.param.value"},
        {"GET", std::string(inbound_target), "", 405, "mock.method.not.allowed"},
        {"GET", "/api/v2/conversations/messages/unknown", "", 404,
         "conversation.error.conversation.not.found"},
        {"GET", "/api/v2/conversations/messages/unknown/messages/m", "", 404, "not.found"},
        {"GET", "/api/v2/conversations/messages/m/details", "", 404, "not.found"},
        {"GET", "/api/v2/conversations/messaging/integrations?pageSize=0", "", 400,
         "invalid.query.param.value"},
        {"GET", "/api/v2/conversations/messaging/integrations/open/unknown", "", 404, "not.found"},
        {"GET", "/api/v2/routing/queues", "", 403, "missing.any.permissions"},
        {"PATCH", "/api/v2/conversations/messages/unknown", "{}", 501, "mock.not.simulated"},
        {"POST", "/api/v2/analytics/conversations/details/query", "{}", 501, "mock.not.simulated"},
        {"GET", "/elsewhere", "", 404, "not.found"},
    };
    MockDriver driver(first_handover());
    for (const Refused& refused : table) {
        const auto response = driver.api(refused.method, refused.target, refused.body);
        EXPECT_EQ(response.status, refused.status) << refused.method << " " << refused.target;
        EXPECT_EQ(code_of(response), refused.code) << refused.method << " " << refused.target;
        const auto body = *json::parse(response.body);
        EXPECT_EQ(body["contextId"], response.headers.get("ININ-Correlation-Id").value());
        EXPECT_EQ(body["status"], refused.status);
        EXPECT_TRUE(body["details"].is_array() && body["errors"].is_array());
    }
    for (const host::Trace& trace : driver.traces)
        EXPECT_TRUE(trace.event == "token.issued" || trace.event == "request.refused") << trace.event;
    EXPECT_FALSE(driver.take_call());
}

TEST(ApiRequests, refuse_other_media_types) {
    MockDriver driver(first_handover());
    const auto response =
        driver.request("POST", inbound_target, inbound_body("hello", "e1"),
                       {{"Authorization", "Bearer " + driver.token()}, {"Content-Type", "text/xml"}});
    EXPECT_EQ(response.status, 415);
}

TEST(ApiRequests, give_the_conversation_only_when_it_is_prefetched) {
    MockDriver driver(first_handover());
    const std::string plain(inbound_target.substr(0, inbound_target.find('?')));
    EXPECT_FALSE(driver.api("POST", plain, inbound_body("hello", "e1")).body.contains("conversationId"));
    EXPECT_TRUE(
        driver.api("POST", inbound_target, inbound_body("hello", "e2")).body.contains("conversationId"));
}

TEST(ApiRequests, answer_a_repeated_message_as_the_first) {
    MockDriver driver(first_handover());
    const auto first = driver.api("POST", inbound_target, inbound_body("hello", "e1"));
    const auto again = driver.api("POST", inbound_target, inbound_body("hello", "e1"));
    EXPECT_EQ(first.body, again.body);
}

TEST(ApiRequests, read_a_message_under_both_paths_but_not_in_another_conversation) {
    MockDriver driver(first_handover());
    const auto reply = *json::parse(driver.api("POST", inbound_target, inbound_body("hello", "e1")).body);
    const auto id = reply["id"].get<std::string>();
    const auto conversation = reply["conversationId"].get<std::string>();
    const std::string base = "/api/v2/conversations/messages/";
    const auto details = driver.api("GET", base + id + "/details");
    EXPECT_EQ(details.status, 200);
    EXPECT_EQ(driver.api("GET", base + conversation + "/messages/" + id).body, details.body);
    EXPECT_EQ(driver.api("GET", base + "other/messages/" + id).status, 404);
    EXPECT_FALSE(
        driver.api("GET", base + id + "/details?useNormalizedMessage=true").body.contains("textBody"));
    EXPECT_TRUE(driver.api("GET", base + id + "/details?useNormalizedMessage=").body.contains("textBody"));
}

TEST(ApiRequests, list_queues_and_refuse_filters_that_they_would_ignore) {
    Organisation organisation = first_handover();
    organisation.roles[0].permissions.emplace_back("routing:queue:view");
    MockDriver driver(std::move(organisation));
    EXPECT_EQ(json::parse(driver.api("GET", "/api/v2/routing/queues?name=support").body)->at("total"), 1);
    EXPECT_EQ(driver.api("GET", "/api/v2/routing/queues?hasPeer=true").status, 501);
    EXPECT_EQ(code_of(driver.api("GET", "/api/v2/routing/queues?sortOrder=up")), "invalid.query.param.value");
}

}  // namespace
}  // namespace mock
