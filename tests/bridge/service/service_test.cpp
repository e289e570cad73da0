#include "bridge/service/service.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "foundation/json/json.h"
#include "tests/bridge/service/stage_testing.h"

namespace bridge::testing {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

// Talks until the first message is at Genesys.
void begin_handover(Stage& stage) {
    stage.say("hello");
    stage.say("a human please");
    stage.run_for(1s);
}

std::vector<std::string> texts(const std::vector<FakeMessage>& messages) {
    std::vector<std::string> found;
    for (const FakeMessage& message : messages) found.push_back(message.text);
    return found;
}

http::Response status(int code, http::Headers headers = {}) {
    return {.status = code, .headers = std::move(headers), .body = "{}"};
}

TEST(Service, leads_from_the_bot_to_the_agent_and_back) {
    Stage stage;
    begin_handover(stage);
    stage.deliver(stage.webhook_body("flow-1", "Connected", "Bot"));
    stage.agent_says("agent-1", "Ann here.");
    stage.say("my order is late");
    stage.run_for(1s);
    stage.agent_says("agent-2", "Solved. Bye!");
    stage.genesys.conversations["anna"].customer_left = true;
    stage.run_for(6s);
    stage.say("hours?");
    EXPECT_THAT(stage.shown(),
                ElementsAre("bot: Hello!", "bot: Pardon?", "bot: One moment.", "status: queue 1",
                            "status: active 1", "agent: Ann here.", "agent: Solved. Bye!",
                            "status: completed 1", "bot: Back with the bot.", "bot: 9 to 5."));
    EXPECT_THAT(
        texts(stage.genesys.messages),
        ElementsAre("Bot: Hello!\nCustomer: hello\nBot: Pardon?\nCustomer: a human please\nBot: One moment.",
                    "my order is late"));
}

TEST(Service, carries_attributes_and_names_on_the_first_message) {
    Stage stage;
    begin_handover(stage);
    ASSERT_EQ(stage.genesys.messages.size(), 1U);
    const auto body = json::parse(stage.genesys.messages[0].body);
    const auto& channel = body->at("channel");
    EXPECT_EQ(channel.at("from"), json::Value::parse(R"({"id":"anna","idType":"Opaque","nickname":"Anna Berg",
        "firstName":"Anna","lastName":"Berg"})"));
    EXPECT_EQ(channel.at("metadata").at("customAttributes"),
              json::Value::parse(R"({"queueId":"d59d0280-6664-4896-ad42-1a2715b7178e","myLanguage":"english",
        "mySkills":"escalation,billing","userId":"anna-berg","priority":"1","section":"section A"})"));
    EXPECT_THAT(stage.genesys.requests, Contains(HasSubstr("prefetchConversationId=true")));
}

TEST(Service, tells_no_names_when_the_profile_is_not_to_be_sent) {
    Settings settings = stub_settings();
    settings.genesys.send_profile = false;
    Stage stage(settings);
    begin_handover(stage);
    EXPECT_THAT(stage.genesys.messages.at(0).body, Not(HasSubstr("Anna")));
}

TEST(Service, becomes_active_by_a_human_only) {
    Stage stage;
    begin_handover(stage);
    stage.deliver(stage.webhook_body("flow-1", "Connected", "Bot"));
    stage.deliver(stage.webhook_body("flow-2", "You are number 3", "Bot"));
    EXPECT_THAT(stage.shown(), Not(Contains("status: active 1")));
    EXPECT_THAT(stage.shown(), Not(Contains(HasSubstr("number 3"))));
    stage.agent_says("agent-1", "Hi");
    EXPECT_THAT(stage.shown(), Contains("status: active 1"));
}

TEST(Service, announces_the_queue_before_the_agent_even_if_the_webhook_overtakes_the_answer) {
    Stage stage;
    stage.say("a human please");
    stage.genesys.faults.push_back({"inbound/open", host::TransportFailure::TimedOut, true});
    stage.settle();
    stage.agent_says("agent-1", "Hi");
    stage.run_for(60s);
    EXPECT_THAT(stage.shown(), ElementsAre("bot: Hello!", "bot: One moment.", "status: queue 1",
                                           "status: active 1", "agent: Hi"));
    EXPECT_EQ(stage.genesys.messages.size(), 1U);
}

TEST(Service, shows_a_repeated_webhook_once) {
    Stage stage;
    begin_handover(stage);
    const std::string body = stage.webhook_body("agent-1", "Hi");
    EXPECT_EQ(stage.deliver(body)->status, 200);
    EXPECT_EQ(stage.deliver(body)->status, 200);
    EXPECT_EQ(stage.count("webhook.duplicate"), 1U);
    EXPECT_EQ(std::ranges::count(stage.shown(), "agent: Hi"), 1);
}

TEST(Service, keeps_an_agents_line_after_the_end_without_showing_it) {
    Stage stage;
    begin_handover(stage);
    stage.genesys.conversations["anna"].customer_left = true;
    stage.run_for(10s);
    EXPECT_EQ(stage.agent_says("agent-9", "One more thing")->status, 200);
    EXPECT_THAT(stage.shown(), Not(Contains(HasSubstr("One more thing"))));
    EXPECT_EQ(stage.count("webhook.late"), 1U);
}

TEST(Service, waits_for_a_line_that_is_still_being_repeated_before_it_ends) {
    Stage stage;
    begin_handover(stage);
    stage.genesys.conversations["anna"] = {"conversation-1", true, {"agent-1"}};
    stage.run_for(30s);
    EXPECT_THAT(stage.shown(), Not(Contains("status: completed 1")));
    stage.deliver(stage.webhook_body("agent-1", "Bye"));
    const auto lines = stage.shown();
    EXPECT_THAT(
        std::vector(lines.end() - 4, lines.end()),
        ElementsAre("status: active 1", "agent: Bye", "status: completed 1", "bot: Back with the bot."));
}

TEST(Service, ends_without_the_missing_line_when_it_can_come_no_more) {
    Stage stage;
    begin_handover(stage);
    stage.genesys.conversations["anna"] = {"conversation-1", true, {"agent-1"}};
    stage.run_for(93s);
    EXPECT_THAT(stage.shown(), Not(Contains("status: completed 1")));
    stage.run_for(7s);
    EXPECT_THAT(stage.shown(), Contains("status: completed 1"));
}

TEST(Service, counts_the_second_handover_of_a_session_as_a_new_generation) {
    Stage stage;
    begin_handover(stage);
    stage.agent_says("agent-1", "Hi");
    stage.genesys.conversations["anna"].customer_left = true;
    stage.run_for(10s);
    stage.say("human again");
    stage.run_for(1s);
    stage.agent_says("agent-2", "Me again");
    stage.genesys.conversations["anna"].customer_left = true;
    stage.run_for(10s);
    const auto lines = stage.shown();
    EXPECT_THAT(lines, Contains("status: queue 2"));
    EXPECT_EQ(std::ranges::count(lines, "status: completed 2"), 1);
    EXPECT_EQ(std::ranges::count(lines, "agent: Hi"), 1);
    EXPECT_EQ(texts(stage.genesys.messages).at(1),
              "Bot: Back with the bot.\nCustomer: human again\nBot: One moment.");
}

TEST(Service, follows_the_customer_back_into_the_queue_when_a_line_crosses_the_agents_leave) {
    Stage stage;
    begin_handover(stage);
    stage.agent_says("agent-1", "Bye");
    stage.genesys.conversations["anna"] = {"conversation-1", true, {"agent-1", "agent-2"}};
    stage.run_for(6s);  // the end is seen, agent-2 is missing
    stage.say("wait!");
    stage.run_for(200s);
    EXPECT_THAT(texts(stage.genesys.messages), Contains("wait!"));
    EXPECT_THAT(stage.shown(), Not(Contains("status: completed 1")));
}

TEST(Service, sends_one_line_at_a_time_in_order_with_the_same_id_on_each_attempt) {
    Stage stage;
    begin_handover(stage);
    stage.genesys.faults.push_back({"inbound/open", status(503), true});
    stage.genesys.faults.push_back({"inbound/open", host::TransportFailure::Broken});
    for (int i = 0; i < 20; ++i) {
        stage.say("line " + std::to_string(i));
        EXPECT_LE(stage.calls.size(), 1U);
    }
    stage.run_for(60s);
    ASSERT_EQ(stage.genesys.messages.size(), 21U);
    for (std::size_t i = 0; i < 20; ++i)
        EXPECT_EQ(stage.genesys.messages[i + 1].text, "line " + std::to_string(i));
    EXPECT_EQ(stage.count("outbox.retry"), 2U);
}

TEST(Service, pauses_the_whole_client_when_throttled) {
    Stage stage;
    begin_handover(stage);
    stage.genesys.faults.push_back({"inbound/open", status(429, {{"Retry-After", "20"}})});
    stage.say("first");
    stage.settle();
    const std::size_t requests = stage.genesys.requests.size();
    stage.run_for(19s);
    EXPECT_EQ(stage.genesys.requests.size(), requests);
    stage.run_for(2s);
    EXPECT_EQ(stage.genesys.messages.back().text, "first");
}

TEST(Service, renews_a_refused_token_once_and_loses_nothing) {
    Stage stage;
    begin_handover(stage);
    stage.genesys.valid_tokens.clear();
    stage.say("still there?");
    stage.run_for(1s);
    EXPECT_EQ(stage.genesys.messages.back().text, "still there?");
    EXPECT_EQ(stage.genesys.tokens.size(), 2U);
}

TEST(Service, fetches_one_token_for_all_who_wait) {
    Stage stage;
    for (int i = 0; i < 20; ++i)
        stage.exchange("POST", "/chat/demo-token/s" + std::to_string(i) + "/messages",
                       R"({"userId":"u","text":"human"})");
    stage.run_for(1s);
    EXPECT_EQ(stage.genesys.tokens.size(), 1U);
    EXPECT_EQ(stage.genesys.messages.size(), 20U);
    EXPECT_EQ(std::ranges::count_if(stage.genesys.requests,
                                    [](const std::string& r) { return r.contains("/integrations/open?"); }),
              1);
}

TEST(Service, never_uses_a_token_beyond_its_life) {
    Stage stage;
    stage.genesys.token_seconds = 300;
    begin_handover(stage);
    stage.run_for(238s);
    EXPECT_EQ(stage.genesys.tokens.size(), 1U);
    stage.run_for(10s);
    EXPECT_EQ(stage.genesys.tokens.size(), 2U);
}

TEST(Service, gives_the_customer_back_to_the_bot_when_the_client_is_refused_and_tries_again_later) {
    Stage stage;
    stage.genesys.client_secret = "another";
    begin_handover(stage);
    EXPECT_THAT(stage.shown(), ElementsAre("bot: Hello!", "bot: Pardon?", "bot: One moment.",
                                           "status: error 1", "bot: Nobody is there."));
    stage.genesys.client_secret = "s3cret-of-the-client";
    stage.say("human");
    stage.run_for(1s);
    EXPECT_THAT(stage.shown(), Contains("status: queue 2"));
}

TEST(Service, fails_the_handover_when_no_integration_has_the_name) {
    Stage stage;
    stage.genesys.integration_name = "Chatbot";
    begin_handover(stage);
    EXPECT_THAT(stage.shown(), Contains("status: error 1"));
    EXPECT_THAT(stage.store.begin()->first, Not(IsEmpty()));
    const auto dead =
        std::ranges::find_if(stage.store, [](const auto& r) { return r.first.contains("/dead/"); });
    ASSERT_NE(dead, stage.store.end());
    EXPECT_THAT(dead->second, HasSubstr("no integration is named 'chatbot', but there is 'Chatbot'"));
}

TEST(Service, buries_a_poisoned_line_and_sends_the_next) {
    Stage stage;
    begin_handover(stage);
    stage.genesys.faults.push_back({"inbound/open", status(400)});
    stage.say("poison");
    stage.say("fine");
    stage.run_for(1s);
    EXPECT_THAT(texts(stage.genesys.messages), Contains("fine"));
    EXPECT_EQ(stage.count("outbox.dead"), 1U);
    EXPECT_THAT(stage.shown(), Not(Contains("status: error 1")));
}

TEST(Service, gives_up_the_first_message_after_the_last_attempt) {
    Stage stage;
    for (unsigned i = 0; i < attempts_max; ++i) stage.genesys.faults.push_back({"inbound/open", status(503)});
    begin_handover(stage);
    stage.run_for(600s);
    EXPECT_THAT(stage.shown(), Contains("status: error 1"));
    EXPECT_EQ(stage.count("outbox.retry"), attempts_max - 1);
}

TEST(Service, survives_a_conversation_that_cannot_be_read) {
    Stage stage;
    begin_handover(stage);
    for (int i = 0; i < 3; ++i) stage.genesys.faults.push_back({"messages/conversation-1", status(500)});
    stage.genesys.faults.push_back({"messages/conversation-1", host::TransportFailure::Refused});
    stage.genesys.conversations["anna"].customer_left = true;
    stage.run_for(30s);
    EXPECT_THAT(stage.shown(), Contains("status: completed 1"));
}

TEST(Service, writes_only_what_a_message_changes) {
    Stage stage;
    begin_handover(stage);
    for (int i = 0; i < 50; ++i) stage.say("line " + std::to_string(i));
    stage.run_for(5s);
    stage.persisted.clear();
    stage.say("one more");
    ASSERT_EQ(stage.persisted.size(), 1U);
    EXPECT_EQ(stage.persisted[0].size(), 2U);  // the log entry and the outgoing line
}

TEST(Service, stores_before_it_answers_shows_or_calls) {
    Stage stage;
    begin_handover(stage);
    stage.listen();
    for (const std::string text : {"one", "two"}) {
        stage.service->handle(host::RequestArrived{host::RequestId{900},
                                                   {.method = "POST",
                                                    .target = std::string(chat_path) + "messages",
                                                    .headers = {},
                                                    .body = R"({"userId":"u","text":")" + text + R"("})"}},
                              stage.now);
        const auto effects = stage.service->drain();
        ASSERT_GE(effects.size(), 2U);
        EXPECT_TRUE(std::holds_alternative<host::Persist>(effects[0]));
        for (std::size_t i = 1; i < effects.size(); ++i)
            EXPECT_FALSE(std::holds_alternative<host::Persist>(effects[i]));
    }
}

TEST(Service, never_tells_secrets_tokens_or_texts_in_traces) {
    Stage stage;
    begin_handover(stage);
    stage.genesys.valid_tokens.clear();
    stage.say("my pin is 4711");
    stage.agent_says("agent-1", "taint-of-the-agent");
    stage.run_for(10s);
    std::string all;
    for (const host::Trace& trace : stage.traces)
        for (const auto& [key, value] : trace.fields) all += key + "=" + value + "\n";
    for (const std::string taint : {"t0ken", "s3cret", "4711", "taint-of", "webhook-secret", "Anna"})
        EXPECT_THAT(all, Not(HasSubstr(taint)));
}

TEST(Service, warns_when_webhooks_are_not_signed) {
    Settings settings = stub_settings();
    settings.warnings = {"webhookSecret is empty"};
    settings.genesys.webhook_secret.clear();
    Stage stage(settings);
    EXPECT_EQ(stage.count("settings.warning"), 1U);
    begin_handover(stage);
    const auto response = stage.exchange("POST", "/handover/genesysCloudOM", stage.webhook_body("a", "Hi"));
    EXPECT_EQ(response->status, 200);
    EXPECT_THAT(stage.shown(), Contains("agent: Hi"));
}

TEST(Service, is_byte_for_byte_repeatable) {
    Stage one;
    Stage two;
    for (Stage* stage : {&one, &two}) {
        begin_handover(*stage);
        stage->agent_says("agent-1", "Hi");
        stage->run_for(30s);
    }
    EXPECT_EQ(one.store, two.store);
    EXPECT_EQ(one.genesys.requests, two.genesys.requests);
    EXPECT_EQ(one.genesys.messages.at(0).body, two.genesys.messages.at(0).body);
}

}  // namespace
}  // namespace bridge::testing
