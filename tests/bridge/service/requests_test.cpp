// The requests that the service takes: what it answers, and that a refusal changes nothing.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "bridge/api/chat_channel.h"
#include "bridge/core/outbox.h"
#include "bridge/service/service.h"
#include "foundation/base/random.h"
#include "tests/bridge/service/stage_testing.h"

namespace bridge::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

struct Refusal {
    std::string method;
    std::string target;
    std::string body;
    int status;
    std::string code;
};

class Refused : public ::testing::TestWithParam<Refusal> {};

TEST_P(Refused, with_a_clear_code_and_nothing_changed) {
    Stage stage;
    const auto before = stage.store;
    const Refusal& refusal = GetParam();
    const auto response = stage.exchange(refusal.method, refusal.target, refusal.body);
    ASSERT_TRUE(response);
    EXPECT_EQ(response->status, refusal.status);
    EXPECT_THAT(response->body, HasSubstr("\"code\":\"" + refusal.code + "\""));
    EXPECT_EQ(stage.store, before);
    EXPECT_TRUE(stage.calls.empty());
}

const std::string messages_path = std::string(chat_path) + "messages";

INSTANTIATE_TEST_SUITE_P(
    Table, Refused,
    ::testing::Values(
        Refusal{"POST", "/chat/wrong/anna/messages", R"({"userId":"u","text":"x"})", 404, "endpoint.unknown"},
        Refusal{"GET", "/chat/wrong/anna/events", "", 404, "endpoint.unknown"},
        Refusal{"GET", "/nothing", "", 404, "path.unknown"},
        Refusal{"GET", messages_path, "", 405, "method.not.allowed"},
        Refusal{"GET", "/handover/genesysCloudOM", "", 405, "method.not.allowed"},
        Refusal{"PUT", "/handover/genesysCloudOM", "{}", 405, "method.not.allowed"},
        Refusal{"POST", "/chat/demo-token/a%2Fb/messages", R"({"userId":"u","text":"x"})", 400,
                "session.invalid"},
        Refusal{"POST", messages_path, "", 400, "body.malformed"},
        Refusal{"POST", messages_path, "[]", 400, "body.malformed"},
        Refusal{"POST", messages_path, "{\"userId\":", 400, "body.malformed"},
        Refusal{"POST", messages_path, R"({"text":"x"})", 400, "userId.invalid"},
        Refusal{"POST", messages_path, R"({"userId":7,"text":"x"})", 400, "userId.invalid"},
        Refusal{"POST", messages_path, R"({"userId":"u"})", 400, "text.missing"},
        Refusal{"POST", messages_path, R"({"userId":"u","text":" \n"})", 400, "text.missing"},
        Refusal{"POST", messages_path, R"({"userId":"u","text":"x","messageId":"a b"})", 400,
                "messageId.invalid"},
        Refusal{"POST", messages_path,
                R"({"userId":"u","text":")" + std::string(chat_text_bytes_max + 1, 'x') + "\"}", 413,
                "text.too.long"},
        Refusal{"POST", messages_path, std::string(request_body_bytes_max + 1, ' '), 413, "body.too.large"},
        Refusal{"GET", std::string(chat_path) + "events?after=x", "", 400, "cursor.invalid"},
        Refusal{"GET", std::string(chat_path) + "events?after=5", "", 404, "session.unknown"},
        Refusal{"POST", "/handover/genesysCloudOM", "{}", 401, "signature.invalid"}));

TEST(Requests, name_the_allowed_methods) {
    Stage stage;
    EXPECT_EQ(stage.exchange("DELETE", "/handover/genesysCloudOM")->headers.get("Allow"), "POST");
}

TEST(Requests, answer_that_the_bridge_is_up) {
    Stage stage;
    EXPECT_EQ(stage.exchange("GET", "/live")->body, R"({"status":"up"})");
    EXPECT_EQ(stage.exchange("GET", "/ready")->status, 200);
}

TEST(Requests, answer_a_repeated_message_alike_and_do_nothing) {
    Stage stage;
    const auto first = stage.say("hours?", "m1");
    const auto before = stage.store;
    EXPECT_EQ(stage.say("hours?", "m1"), first);
    EXPECT_EQ(stage.store, before);
    EXPECT_EQ(first->body, R"({"messageId":"m1"})");
}

TEST(Requests, refuse_a_line_when_the_outbox_is_full) {
    Stage stage;
    stage.say("human");
    for (std::size_t i = 1; i < outbox_lines_max; ++i) EXPECT_EQ(stage.say("line")->status, 200);
    const auto before = stage.store;
    const auto response = stage.say("too much");
    EXPECT_EQ(response->status, 429);
    EXPECT_THAT(response->body, HasSubstr("outbox.full"));
    EXPECT_EQ(stage.store, before);
}

TEST(Requests, replay_from_the_cursor_and_then_live_with_the_same_bytes) {
    Stage stage;
    stage.say("hello");
    const auto whole = stage.listen();
    const auto rest = stage.listen("1");
    stage.say("hours?");
    EXPECT_THAT(parse_events(stage.streams[whole]),
                ElementsAre(std::pair{1U, "bot: Hello!"}, std::pair{2U, "bot: Pardon?"},
                            std::pair{3U, "bot: 9 to 5."}));
    EXPECT_TRUE(stage.streams[whole].ends_with(stage.streams[rest]));
    EXPECT_EQ(parse_events(stage.streams[rest]).size(), 2U);
    EXPECT_EQ(stage.streams[stage.listen()], stage.streams[whole]);
}

TEST(Requests, take_the_cursor_from_the_query_too) {
    Stage stage;
    stage.say("hello");
    const auto id = stage.request("GET", std::string(chat_path) + "events?after=1");
    EXPECT_THAT(parse_events(stage.streams[id]), ElementsAre(std::pair{2U, "bot: Pardon?"}));
}

TEST(Requests, begin_a_session_with_its_first_reader) {
    Stage stage;
    EXPECT_THAT(parse_events(stage.streams[stage.listen()]), ElementsAre(std::pair{1U, "bot: Hello!"}));
}

TEST(Requests, bound_the_readers_of_a_session) {
    Stage stage;
    for (std::size_t i = 0; i < listeners_per_session_max; ++i) stage.listen();
    const auto id = stage.listen();
    EXPECT_EQ(stage.responses[id].status, 429);
}

TEST(Requests, refuse_a_webhook_whose_signature_does_not_fit_its_bytes) {
    Stage stage;
    stage.say("human");
    stage.run_for(1s);
    const auto before = stage.store;
    const std::string body = stage.webhook_body("agent-1", "Hi");
    const auto good = "sha256=" + std::string("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
    EXPECT_EQ(
        stage.exchange("POST", "/handover/genesysCloudOM", body, {{"X-Hub-Signature-256", good}})->status,
        401);
    EXPECT_EQ(stage.store, before);
    EXPECT_EQ(stage.count("webhook.refused"), 1U);
}

TEST(Requests, acknowledge_what_they_do_not_understand) {
    Stage stage;
    stage.say("human");
    stage.run_for(1s);
    const auto before = stage.store;
    for (
        const std::string body :
        {R"({"type":"Receipt","id":"r","status":"Published"})", R"({"type":"Event","events":[]})",
         R"({"type":"Hologram"})", "{}",
         R"({"id":"x","type":"Text","text":"for nobody","originatingEntity":"Human","channel":{"to":{"id":"stranger"}}})"}) {
        const auto response = stage.deliver(body);
        EXPECT_EQ(response->status, 200) << body;
        EXPECT_EQ(response->body, "{}");
    }
    EXPECT_EQ(stage.store, before);
    EXPECT_EQ(stage.count("webhook.ignored"), 4U);
    EXPECT_EQ(stage.count("webhook.unmatched"), 1U);
}

TEST(Requests, refuse_malformed_json_that_is_well_signed) {
    Stage stage;
    for (const std::string body : {"", "[]", "{", "\xff\xfe", "7"})
        EXPECT_EQ(stage.deliver(body)->status, 400) << body;
}

TEST(Requests, survive_random_bytes) {
    base::Random random(42);
    Stage stage;
    stage.say("human");
    stage.run_for(1s);
    for (int round = 0; round < 2000; ++round) {
        std::string bytes(random.below(60), '\0');
        for (char& c : bytes) c = static_cast<char>(random.below(256));
        const std::string target = random.below(2) == 0 ? messages_path : "/" + bytes;
        ASSERT_TRUE(stage.exchange("POST", target, bytes));
        ASSERT_TRUE(stage.deliver(bytes));
    }
}

TEST(Requests, survive_mutated_webhooks) {
    base::Random random(43);
    Stage stage;
    stage.say("human");
    stage.run_for(1s);
    const std::string original = stage.webhook_body("agent-1", "Hi");
    for (int round = 0; round < 2000; ++round) {
        std::string bytes = original;
        bytes[random.below(bytes.size())] = static_cast<char>(random.below(256));
        bytes.erase(random.below(bytes.size()), random.below(4));
        const auto response = stage.deliver(bytes);
        ASSERT_TRUE(response && (response->status == 200 || response->status == 400));
    }
}

class EndEventRequests : public ::testing::Test {
  protected:
    static Settings watched() {
        Settings settings = stub_settings();
        settings.poll_every = 300s;
        settings.event_key = "event-key-of-the-stage";
        settings.organisation_id = "org-1";
        return settings;
    }
    EndEventRequests() {
        stage.say("a human please");
        stage.run_for(1s);
    }
    int post(const std::string& body, const std::string& key = "event-key-of-the-stage") {
        return stage.exchange("POST", "/handover/genesysCloudOM", body, {{"Authorization", key}})->status;
    }
    static std::string envelope(const std::string& organisation) {
        return R"({"source":"aws.partner/genesys.com/cloud/)" + organisation +
               R"(/x","detail":{"topicName":"v2.detail.events.conversation.conversation-1.customer.end",
               "eventBody":{"conversationId":"conversation-1","mediaType":"MESSAGE","messageType":"OPEN"}}})";
    }
    long ends() {
        const auto shown = stage.shown();
        return std::ranges::count(shown, "status: completed 1");
    }

    const std::string trigger =
        R"({"userId":"anna","topic":"v2.detail.events.conversation.id.user.end","disconnectType":"client"})";
    Stage stage{watched()};
};

TEST_F(EndEventRequests, end_a_chat_once_however_many_tell_it) {
    stage.genesys.conversations["anna"].customer_left = true;
    EXPECT_EQ(post(trigger), 200);
    EXPECT_EQ(post(envelope("org-1")), 200);
    stage.run_for(1s);
    EXPECT_EQ(ends(), 1);
    EXPECT_EQ(post(trigger), 200);
    stage.run_for(400s);  // and the sweeper has come by
    EXPECT_EQ(ends(), 1);
}

TEST_F(EndEventRequests, do_not_end_a_chat_in_which_the_customer_still_is) {
    EXPECT_EQ(post(trigger), 200);
    stage.run_for(60s);
    EXPECT_EQ(ends(), 0);
    EXPECT_EQ(std::ranges::count(stage.genesys.requests, "GET /api/v2/conversations/messages/conversation-1"),
              2);  // at once, and after ten seconds
}

TEST_F(EndEventRequests, of_strangers_change_nothing) {
    stage.genesys.conversations["anna"].customer_left = true;
    EXPECT_EQ(post(trigger, "another key"), 401);
    EXPECT_EQ(post(envelope("org-2")), 200);
    EXPECT_EQ(post(R"({"userId":"nobody","topic":"v2.detail.events.conversation.id.acw"})"), 200);
    EXPECT_EQ(post("{}"), 200);
    stage.run_for(60s);
    EXPECT_EQ(ends(), 0);
    EXPECT_EQ(stage.count("event.ignored"), 3U);
}

TEST_F(EndEventRequests, are_not_taken_without_a_key) {
    Settings settings = watched();
    settings.event_key.clear();
    Stage other(settings);
    EXPECT_EQ(other.exchange("POST", "/handover/genesysCloudOM", trigger, {{"Authorization", ""}})->status,
              401);
}

}  // namespace
}  // namespace bridge::testing
