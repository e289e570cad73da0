#include <gtest/gtest.h>

#include "tests/harness/invariants/facts_testing.h"

namespace invariants {
namespace {

ApiCalled ask(const std::string& call) { return {call, ApiCalled::Kind::Token, {}, {}, {}}; }
ApiAnswered grant(const std::string& call) { return {call, 200, "token", 60s, {}}; }
ApiCalled use(const std::string& call) { return {call, ApiCalled::Kind::Other, "token", {}, {}}; }
ApiAnswered answer(const std::string& call, int status) { return {call, status, {}, {}, {}}; }

Showing granted() {
    Showing showing(token_use());
    showing.see(ask("1")).see(grant("1"));
    return showing;
}

TEST(TokenUse, holds_for_a_token_in_its_time) {
    EXPECT_EQ(granted().see(use("2")).see(answer("2", 200)).see(use("3"), 30s).broken(), "");
}

TEST(TokenUse, fails_for_a_token_after_its_time) {
    EXPECT_EQ(granted().see(use("2"), 61s).broken(), "a token was used after its time");
}

TEST(TokenUse, fails_for_a_token_that_was_refused) {
    EXPECT_EQ(granted().see(use("2")).see(answer("2", 401)).see(use("3")).broken(),
              "a token was used again after it was refused");
}

TEST(TokenUse, a_call_that_was_under_way_when_it_was_refused_is_none_of_that) {
    EXPECT_EQ(granted().see(use("2")).see(use("3")).see(answer("2", 401)).see(answer("3", 401)).broken(), "");
}

TEST(TokenUse, fails_for_two_requests_for_a_token_at_once) {
    EXPECT_EQ(Showing(token_use()).see(ask("1")).see(ask("2")).broken(),
              "two tokens are asked for at the same time");
    EXPECT_EQ(granted().see(ask("2")).see(answer("2", 500)).see(ask("3")).broken(), "");
    EXPECT_EQ(granted().see(ask("2")).see(BridgeCrashed{}).see(ask("3")).broken(), "");
}

TEST(TokenUse, never_tells_a_token) {
    Showing showing = granted();
    showing.see(use("2"), 61s);
    for (const std::string& line : showing.story())
        EXPECT_EQ(line.find(" token "), std::string::npos) << line;
    EXPECT_EQ(describe(Seen{1, 0s, use("2")}).find("token"), std::string::npos);
}

}  // namespace
}  // namespace invariants
