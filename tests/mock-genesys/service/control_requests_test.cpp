#include "mock-genesys/service/control_requests.h"

#include <gtest/gtest.h>

#include "tests/mock-genesys/service/mock_driver_testing.h"

namespace mock {
namespace {

Organisation first_handover() { return organisation_fixture("first-handover.yaml"); }

struct Refused {
    std::string_view method;
    std::string_view target;
    std::string_view body;
    int status;
    std::string_view code;
};

TEST(ControlRequests, refuse_with_their_own_codes) {
    const std::vector<Refused> table{
        {"GET", "/_mock/nothing", "", 404, "mock.not.found"},
        {"POST", "/_mock/live", "", 405, "mock.method.not.allowed"},
        {"GET", "/_mock/agents/cat", "", 404, "mock.agent.unknown"},
        {"POST", "/_mock/agents/cat/wrap-up", R"({"code":"x"})", 404, "mock.agent.unknown"},
        {"POST", "/_mock/agents/ann/accept", "", 409, "mock.agent.nothing.alerting"},
        {"POST", "/_mock/agents/ann/say", R"({"text":"hi"})", 409, "mock.agent.not.connected"},
        {"POST", "/_mock/agents/ann/say", "{}", 400, "mock.request.malformed"},
        {"POST", "/_mock/agents/ann/disconnect", "", 409, "mock.agent.not.connected"},
        {"POST", "/_mock/agents/ann/wrap-up", R"({"code":"Nonsense"})", 400, "mock.wrapup.code.unknown"},
        {"POST", "/_mock/agents/ann/wrap-up", R"({"code":"Resolved"})", 409, "mock.agent.no.wrapup.pending"},
        {"PUT", "/_mock/integrations/x/webhook", R"({"url":"http://127.0.0.1/"})", 404,
         "mock.integration.unknown"},
        {"PUT", "/_mock/integrations/chatbot/webhook", R"({"url":"nonsense"})", 400,
         "mock.request.malformed"},
        {"POST", "/_mock/faults", R"({"operation":"GET /nowhere","answer":503})", 400,
         "mock.operation.unknown"},
        {"GET", "/_mock/events?after=x", "", 400, "mock.request.malformed"},
    };
    MockDriver driver(first_handover());
    for (const Refused& refused : table) {
        const auto response = driver.request(refused.method, refused.target, std::string(refused.body));
        EXPECT_EQ(response.status, refused.status) << refused.target;
        EXPECT_TRUE(response.body.contains("\"code\":\"" + std::string(refused.code) + "\""))
            << response.body;
    }
}

TEST(ControlRequests, list_the_agents_there_are) {
    MockDriver driver(first_handover());
    EXPECT_TRUE(driver.request("GET", "/_mock/agents/cat").body.contains("there are: ann, ben"));
}

TEST(ControlRequests, refuse_foreign_hosts_and_origins) {
    MockDriver driver(first_handover());
    EXPECT_EQ(driver.request("GET", "/_mock/live", {}, {{"Host", "evil.example"}}).status, 403);
    EXPECT_EQ(driver.request("GET", "/_mock/live", {}, {{"Origin", "https://evil.example"}}).status, 403);
    EXPECT_EQ(driver.request("GET", "/_mock/live", {}, {{"Host", "localhost:8080"}}).body,
              R"({"status":"up"})");
    EXPECT_EQ(driver.request("GET", "/_mock/ready").status, 200);
}

TEST(ControlRequests, put_agents_on_and_off_queue) {
    MockDriver driver(first_handover());
    EXPECT_EQ(driver.request("POST", "/_mock/agents/ann/on-queue").body, R"({"agent":"ann","onQueue":true})");
    EXPECT_EQ(driver.request("POST", "/_mock/agents/ann/off-queue").body,
              R"({"agent":"ann","onQueue":false})");
}

TEST(ControlRequests, change_a_webhook_by_name_or_id) {
    MockDriver driver(first_handover());
    EXPECT_EQ(
        driver.request("PUT", "/_mock/integrations/chatbot/webhook", R"({"url":"http://127.0.0.1:9/"})").body,
        R"({"name":"chatbot","url":"http://127.0.0.1:9/"})");
    const std::string id = first_handover().integrations[0].id.text();
    EXPECT_EQ(
        driver.request("PUT", "/_mock/integrations/" + id + "/webhook", R"({"url":"http://127.0.0.1:8/"})")
            .status,
        200);
}

TEST(ControlRequests, count_the_faults_they_remove) {
    MockDriver driver(first_handover());
    driver.control("POST", "/_mock/faults", R"({"webhook":{"answer":503}})");
    EXPECT_EQ(driver.control("DELETE", "/_mock/faults")["removed"], 1);
    EXPECT_EQ(driver.control("DELETE", "/_mock/faults")["removed"], 0);
}

TEST(ControlRequests, mint_a_token_for_an_agent_but_for_nobody_else) {
    MockDriver driver(organisation_fixture("first-handover.yaml"));
    const auto minted = driver.control("POST", "/_mock/agents/ann/token");
    EXPECT_EQ(minted["token_type"], "bearer");
    const auto me =
        driver.request("GET", "/api/v2/users/me", {},
                       {{"Authorization", "Bearer " + minted["access_token"].get<std::string>()}});
    EXPECT_EQ(json::parse(me.body)->at("name"), "Ann Agent");
    EXPECT_EQ(driver.control("POST", "/_mock/agents/nobody/token")["code"], "mock.agent.unknown");
}

}  // namespace
}  // namespace mock
