#include "harness/worlds/eavesdropper.h"

#include <gtest/gtest.h>

#include <utility>

namespace worlds {
namespace {

using namespace std::chrono_literals;
using invariants::ApiAnswered;
using invariants::ApiCalled;

// Hands out what the test wants it to do.
class StubHost : public host::Host {
  public:
    explicit StubHost(std::vector<host::Effect> effects) : effects_(std::move(effects)) {}
    void handle(host::Input, base::Now) override {}
    std::vector<host::Effect> drain() override { return std::exchange(effects_, {}); }
    std::optional<host::Wakeup> next_wakeup() const override { return std::nullopt; }

  private:
    std::vector<host::Effect> effects_;
};

host::Call call(std::uint64_t id, std::string target, std::string body) {
    return {host::CallId{id},
            "http://x",
            {"POST", std::move(target), {{"Authorization", "Bearer t1"}}, std::move(body)},
            1s};
}

// What is overheard when the Host does this and is then given that.
std::vector<invariants::Fact> overheard(Overheard who, host::Call effect,
                                        std::optional<host::Input> input = {}) {
    std::vector<invariants::Fact> facts;
    std::vector<host::Effect> effects;
    effects.emplace_back(std::move(effect));
    Eavesdropper host(std::make_unique<StubHost>(std::move(effects)), who, "2",
                      [&](invariants::Fact fact) { facts.push_back(std::move(fact)); });
    EXPECT_EQ(host.drain().size(), 1U);
    if (input) host.handle(*std::move(input), {});
    return facts;
}

TEST(Eavesdropper, hears_what_the_bridge_sends_with_its_token_and_message_id) {
    const std::string body = R"({"channel":{"messageId":"m1"},"text":"hi"})";
    const auto facts = overheard(Overheard::Bridge,
                                 call(3, "/api/v2/conversations/messages/i/inbound/open/message?x=1", body));
    ASSERT_EQ(facts.size(), 1U);
    const auto& called = std::get<ApiCalled>(facts[0]);
    EXPECT_EQ(called.call, "2/3");
    EXPECT_EQ(called.kind, ApiCalled::Kind::Inbound);
    EXPECT_EQ(called.token, "t1");
    EXPECT_EQ(called.provider_message, "m1");
    EXPECT_EQ(called.body, body);
}

TEST(Eavesdropper, hears_the_answer_of_a_call_and_what_it_grants) {
    const http::Response granted{200, {{"Retry-After", "7"}}, R"({"access_token":"t2","expires_in":60})"};
    const auto facts = overheard(Overheard::Bridge, call(1, "/oauth/token", ""),
                                 host::CallFinished{host::CallId{1}, granted});
    ASSERT_EQ(facts.size(), 2U);
    EXPECT_EQ(std::get<ApiCalled>(facts[0]).kind, ApiCalled::Kind::Token);
    const auto& answered = std::get<ApiAnswered>(facts[1]);
    EXPECT_EQ(answered.status, 200);
    EXPECT_EQ(answered.granted, "t2");
    EXPECT_EQ(answered.valid_for, 60s);
    EXPECT_EQ(answered.retry_after, 7s);
}

TEST(Eavesdropper, a_call_without_an_answer_has_status_zero) {
    const auto facts = overheard(Overheard::Bridge, call(1, "/api/v2/x", "{}"),
                                 host::CallFinished{host::CallId{1}, host::TransportFailure::TimedOut});
    ASSERT_EQ(facts.size(), 2U);
    EXPECT_EQ(std::get<ApiCalled>(facts[0]).kind, ApiCalled::Kind::Other);
    EXPECT_EQ(std::get<ApiAnswered>(facts[1]).status, 0);
}

TEST(Eavesdropper, hears_the_webhooks_of_genesys_with_their_bytes) {
    host::Call webhook = call(1, "/handover", R"({"id":"g1"})");
    webhook.request.headers.set("X-Hub-Signature-256", "sha256=x");
    const auto facts = overheard(Overheard::Genesys, webhook);
    ASSERT_EQ(facts.size(), 1U);
    const auto& posted = std::get<invariants::WebhookPosted>(facts[0]);
    EXPECT_EQ(posted.message, "g1");
    EXPECT_EQ(posted.body, R"({"id":"g1"})");
    EXPECT_EQ(posted.signature, "sha256=x");
}

}  // namespace
}  // namespace worlds
