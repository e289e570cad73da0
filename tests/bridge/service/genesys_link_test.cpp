#include "bridge/service/genesys_link.h"

#include <gtest/gtest.h>

#include "tests/bridge/service/stage_testing.h"

namespace bridge {
namespace {

using namespace std::chrono_literals;

const SessionId session("anna");
const OutgoingLine line{.number = 5, .id = MessageId("m"), .text = "hello"};

class GenesysLinkTest : public ::testing::Test {
  protected:
    // The calls that a fresh turn makes.
    template <class Action>
    std::vector<host::Call> calls_of(Action action) {
        Turn turn(now, random);
        action(turn);
        std::vector<host::Call> calls;
        for (const host::Effect& effect : turn.finish())
            if (const auto* call = std::get_if<host::Call>(&effect)) calls.push_back(*call);
        return calls;
    }
    std::vector<host::Call> send() {
        return calls_of([&](Turn& turn) { started = link.send(session, line, turn); });
    }
    std::vector<host::Call> read() {
        return calls_of([&](Turn& turn) { started = link.read(session, 2, ConversationId("c"), turn); });
    }
    CallOutcome finish(const host::Call& call, std::variant<http::Response, host::TransportFailure> result) {
        Turn turn(now, random);
        return link.finished({call.id, std::move(result)}, turn);
    }
    CallOutcome finish(const host::Call& call, int status, std::string body, http::Headers headers = {}) {
        return finish(call, http::Response{status, std::move(headers), std::move(body)});
    }
    void get_token() { finish(read().at(0), 200, R"({"access_token":"t1","expires_in":86400})"); }
    void get_ready() {
        get_token();
        finish(send().at(0), 200, R"({"entities":[{"id":"int-1","name":"chatbot"}]})");
    }

    base::Now now{base::TimePoint{} + 10s, {}};
    base::Random random{1};
    GenesysLink link{testing::stub_settings().genesys, 300};
    Started started = Started::NotYet;
};

TEST_F(GenesysLinkTest, fetches_token_and_integration_before_it_sends) {
    const auto token_call = send();
    ASSERT_EQ(token_call.size(), 1U);
    EXPECT_EQ(token_call[0].origin, "http://login.example:1");
    EXPECT_TRUE(send().empty());  // one is under way
    EXPECT_EQ(link.possible_at(now.monotonic, CallUse::Line), std::nullopt);
    finish(token_call[0], 200, R"({"access_token":"t1","expires_in":86400})");
    const auto lookup_call = send();
    EXPECT_TRUE(lookup_call.at(0).request.target.contains("pageNumber=1"));
    finish(lookup_call[0], 200, R"({"entities":[],"nextUri":"/x"})");
    EXPECT_EQ(started, Started::NotYet);
}

TEST_F(GenesysLinkTest, reads_the_next_page_by_itself) {
    get_token();
    const auto first = send().at(0);
    const auto second = calls_of([&](Turn& turn) {
        link.finished({first.id, http::Response{200, {}, R"({"entities":[],"nextUri":"/x"})"}}, turn);
    });
    EXPECT_TRUE(second.at(0).request.target.contains("pageNumber=2"));
}

TEST_F(GenesysLinkTest, sends_and_tells_the_conversation) {
    get_ready();
    const auto call = send().at(0);
    EXPECT_EQ(started, Started::Yes);
    EXPECT_EQ(call.request.headers.get("Authorization"), "Bearer t1");
    const auto outcome = finish(call, 202, R"({"conversationId":"c9"})");
    EXPECT_EQ(std::get<LineSent>(outcome).number, 5U);
    EXPECT_EQ(std::get<LineSent>(outcome).conversation, ConversationId("c9"));
}

TEST_F(GenesysLinkTest, tells_failures_apart) {
    get_ready();
    const auto failure = [&](int status) {
        const auto call = send();
        return std::get<LineFailed>(finish(call.at(0), status, R"({"code":"x.y"})")).failure;
    };
    EXPECT_EQ(failure(500), SendFailure::Temporary);
    EXPECT_EQ(failure(504), SendFailure::Temporary);
    EXPECT_EQ(failure(408), SendFailure::Temporary);
    EXPECT_EQ(failure(501), SendFailure::Permanent);
    EXPECT_EQ(failure(403), SendFailure::Permanent);
    EXPECT_EQ(failure(302), SendFailure::Permanent);
    EXPECT_EQ(failure(429), SendFailure::Throttled);
}

TEST_F(GenesysLinkTest, looks_the_integration_up_again_when_it_is_gone) {
    get_ready();
    EXPECT_EQ(std::get<LineFailed>(finish(send().at(0), 404, "")).failure, SendFailure::Permanent);
    EXPECT_TRUE(send().at(0).request.target.contains("/integrations/open"));
}

TEST_F(GenesysLinkTest, starts_nothing_while_it_shall_pause) {
    get_ready();
    finish(send().at(0), 429, "", {{"Retry-After", "30"}});
    EXPECT_TRUE(send().empty());
    EXPECT_TRUE(read().empty());
    EXPECT_EQ(link.possible_at(now.monotonic, CallUse::Line), now.monotonic + 30s);
    now.monotonic += 30s;
    EXPECT_EQ(send().size(), 1U);
}

TEST_F(GenesysLinkTest, drops_the_token_that_was_refused) {
    get_ready();
    EXPECT_EQ(std::get<LineFailed>(finish(send().at(0), 401, "")).failure, SendFailure::Unauthorised);
    EXPECT_EQ(send().at(0).request.target, "/oauth/token");
}

TEST_F(GenesysLinkTest, says_why_there_is_no_token_without_the_secret) {
    const auto outcome = finish(send().at(0), 401, R"({"error":"invalid_client"})");
    const auto& failed = std::get<AccessFailed>(outcome);
    EXPECT_EQ(failed.failure, SendFailure::Permanent);
    EXPECT_EQ(failed.reason, "no token: 401 invalid_client; check clientId and clientSecret");
    EXPECT_EQ(send().size(), 1U);  // the next one tries again
}

TEST_F(GenesysLinkTest, takes_an_unreadable_token_answer_as_temporary) {
    EXPECT_EQ(std::get<AccessFailed>(finish(send().at(0), 200, "<html>")).failure, SendFailure::Temporary);
    EXPECT_EQ(std::get<AccessFailed>(finish(send().at(0), host::TransportFailure::Refused)).failure,
              SendFailure::Temporary);
}

TEST_F(GenesysLinkTest, renews_the_token_once_for_a_refused_lookup) {
    get_token();
    EXPECT_TRUE(std::holds_alternative<NothingNew>(finish(send().at(0), 401, "")));
    finish(send().at(0), 200, R"({"access_token":"t2","expires_in":86400})");
    const auto outcome = finish(send().at(0), 401, "");
    EXPECT_EQ(std::get<AccessFailed>(outcome).failure, SendFailure::Permanent);
    EXPECT_EQ(std::get<AccessFailed>(outcome).access, Access::Integration);
}

TEST_F(GenesysLinkTest, names_the_permission_code_when_the_lookup_is_forbidden) {
    get_token();
    const auto outcome = finish(send().at(0), 403, R"({"code":"missing.permissions"})");
    EXPECT_EQ(std::get<AccessFailed>(outcome).reason, "no integration list: 403 missing.permissions");
}

TEST_F(GenesysLinkTest, reads_a_conversation) {
    get_ready();
    const auto outcome =
        finish(read().at(0), 200, R"({"participants":[{"purpose":"acd","state":"connected"}]})");
    EXPECT_EQ(std::get<ConversationRead>(outcome).generation, 2U);
    EXPECT_TRUE(std::get<ConversationNotRead>(finish(read().at(0), 404, "")).is_unknown);
    EXPECT_FALSE(std::get<ConversationNotRead>(finish(read().at(0), 500, "")).is_unknown);
    EXPECT_FALSE(std::get<ConversationNotRead>(finish(read().at(0), 200, "[]")).is_unknown);
}

TEST_F(GenesysLinkTest, ignores_the_end_of_a_call_that_it_does_not_know) {
    Turn turn(now, random);
    EXPECT_TRUE(
        std::holds_alternative<NothingNew>(link.finished({host::CallId{77}, http::Response{}}, turn)));
}

TEST_F(GenesysLinkTest, keeps_to_the_budget_of_the_minute_and_looks_less_than_it_sends) {
    get_ready();
    for (int i = 0; i < 209; ++i) ASSERT_EQ(read().size(), 1U) << i;  // the lookup was the first call
    EXPECT_TRUE(read().empty());
    EXPECT_EQ(started, Started::NotYet);
    EXPECT_EQ(link.possible_at(now.monotonic, CallUse::Look), now.monotonic + 60s);
    for (int i = 0; i < 90; ++i) ASSERT_EQ(send().size(), 1U) << i;
    EXPECT_TRUE(send().empty());
    EXPECT_EQ(link.possible_at(now.monotonic, CallUse::Line), now.monotonic + 60s);
    now.monotonic += 60s;
    EXPECT_EQ(send().size(), 1U);
}

}  // namespace
}  // namespace bridge
