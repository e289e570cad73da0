#include "harness/runner/genesys_watch.h"

#include <gtest/gtest.h>

namespace runner {
namespace {

ServerEvent inbound(const std::string& message, const std::string& text) {
    return {"1", "message.inbound",
            R"({"conversationId":"c","messageId":")" + message + R"(","from":"carla","text":")" + text +
                R"(","agent":null,"attributes":{"region":"Europe","n":1}})"};
}
ServerEvent agent_state(const std::string& state) {
    return {"1", "participant.state",
            R"({"conversationId":"c","purpose":"agent","agent":"ann","state":")" + state + "\"}"};
}
std::vector<std::string> told(GenesysWatch& watch, const ServerEvent& event) {
    std::vector<std::string> lines;
    for (const Sighting& sighting : watch.look_at(event)) lines.push_back(describe(sighting));
    return lines;
}

TEST(GenesysWatch, tells_an_inbound_message_with_its_attributes) {
    GenesysWatch watch;
    EXPECT_EQ(told(watch, inbound("m1", "Hi")),
              (std::vector<std::string>{
                  "genesys.message \"Hi\" (attributes.n 1, attributes.region Europe, conversation c, "
                  "from carla, message m1)"}));
    EXPECT_EQ(watch.latest_address(), "carla");
}

TEST(GenesysWatch, an_agent_sees_old_lines_on_connecting_and_new_ones_while_connected) {
    GenesysWatch watch;
    told(watch, inbound("m1", "one"));
    EXPECT_EQ(told(watch, agent_state("alerting")).size(), 1U);
    EXPECT_EQ(told(watch, agent_state("connected")).at(1),
              "agent(ann).sees \"one\" (conversation c, message m1)");
    EXPECT_EQ(told(watch, inbound("m2", "two")).at(1),
              "agent(ann).sees \"two\" (conversation c, message m2)");
    told(watch, agent_state("disconnected"));
    EXPECT_EQ(told(watch, inbound("m3", "three")).size(), 1U);
    EXPECT_EQ(told(watch, agent_state("connected")).at(1),
              "agent(ann).sees \"three\" (conversation c, message m3)");
}

TEST(GenesysWatch, a_webhook_is_told_when_it_is_settled) {
    GenesysWatch watch;
    const auto outcome = [](const std::string& verdict) {
        return ServerEvent{"1", "webhook.outcome",
                           R"({"messageId":"m","conversationId":"c","attempt":2,"status":200,"verdict":")" +
                               verdict + "\"}"};
    };
    EXPECT_TRUE(told(watch, outcome("retry")).empty());
    EXPECT_EQ(told(watch, outcome("delivered")),
              (std::vector<std::string>{
                  "genesys.webhook \"m\" (attempts 2, conversation c, status 200, verdict delivered)"}));
}

TEST(GenesysWatch, tells_conversations_and_refusals_and_ignores_the_rest) {
    GenesysWatch watch;
    EXPECT_EQ(told(watch, {"1", "conversation.ended", R"({"conversationId":"c"})"}).at(0),
              "genesys.conversation \"ended\" (conversation c)");
    EXPECT_EQ(
        told(watch, {"1", "request.refused", R"({"operation":"GET /x","status":401,"code":"bad"})"}).at(0),
        "genesys.refuses \"401\" (code bad, operation GET /x)");
    EXPECT_TRUE(told(watch, {"1", "something.new", "{}"}).empty());
    EXPECT_TRUE(told(watch, {"1", "message.inbound", "not json"}).empty());
}

}  // namespace
}  // namespace runner
