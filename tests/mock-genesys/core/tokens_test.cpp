#include "mock-genesys/core/tokens.h"

#include <gtest/gtest.h>

namespace mock {
namespace {

using namespace std::chrono_literals;

const ClientId bridge{"bridge"};
const base::UtcTime start{1'000'000s};

TEST(Tokens, are_valid_until_their_validity_is_over) {
    Tokens tokens(1);
    const std::string token = tokens.issue(bridge, 300s, start);
    EXPECT_EQ(tokens.look_up(token, start + 300s - 1ms).validity, Tokens::Validity::Valid);
    EXPECT_EQ(*tokens.look_up(token, start).client, bridge);
    EXPECT_EQ(tokens.look_up(token, start + 300s).validity, Tokens::Validity::Expired);
}

TEST(Tokens, know_unknown_from_expired) {
    Tokens tokens(1);
    EXPECT_EQ(tokens.look_up("nonsense", start).validity, Tokens::Validity::Unknown);
    EXPECT_EQ(tokens.look_up("nonsense", start).client, nullptr);
}

TEST(Tokens, are_opaque_and_different) {
    Tokens tokens(1);
    const std::string first = tokens.issue(bridge, 300s, start);
    EXPECT_EQ(first.size(), token_characters);
    EXPECT_NE(first, tokens.issue(bridge, 300s, start));
}

TEST(Tokens, expire_all_together_and_count_those_that_were_valid) {
    Tokens tokens(1);
    const std::string old = tokens.issue(bridge, 300s, start - 1h);
    const std::string fresh = tokens.issue(bridge, 300s, start);
    EXPECT_EQ(tokens.expire_all(start), 1U);
    EXPECT_EQ(tokens.look_up(fresh, start).validity, Tokens::Validity::Expired);
    const std::string later = tokens.issue(bridge, 300s, start);
    EXPECT_EQ(tokens.look_up(later, start).validity, Tokens::Validity::Valid);
}

TEST(Tokens, forget_the_oldest_when_there_are_too_many) {
    Tokens tokens(1);
    const std::string oldest = tokens.issue(bridge, 300s, start);
    std::string second = tokens.issue(bridge, 300s, start);
    for (std::size_t i = 2; i <= tokens_max; ++i) tokens.issue(bridge, 300s, start);
    EXPECT_EQ(tokens.look_up(oldest, start).validity, Tokens::Validity::Unknown);
    EXPECT_EQ(tokens.look_up(second, start).validity, Tokens::Validity::Valid);
}

TEST(Tokens, tell_for_whom_they_were_issued) {
    Tokens tokens(1);
    const std::string own = tokens.issue(bridge, 300s, start);
    const std::string of_ann = tokens.issue(bridge, 300s, start, "ann");
    EXPECT_EQ(*tokens.look_up(own, start).user, "");
    EXPECT_EQ(*tokens.look_up(of_ann, start).user, "ann");
    EXPECT_EQ(*tokens.look_up(of_ann, start).client, bridge);
}

TEST(Tokens, are_unknown_once_they_are_revoked) {
    Tokens tokens(1);
    const std::string first = tokens.issue(bridge, 300s, start);
    const std::string second = tokens.issue(bridge, 300s, start);
    const std::string of_ann = tokens.issue(ClientId("other"), 300s, start, "ann");
    tokens.revoke(first);
    EXPECT_EQ(tokens.look_up(first, start).validity, Tokens::Validity::Unknown);
    EXPECT_EQ(tokens.look_up(second, start).validity, Tokens::Validity::Valid);
    tokens.revoke_client(bridge);
    EXPECT_EQ(tokens.look_up(second, start).validity, Tokens::Validity::Unknown);
    EXPECT_EQ(tokens.look_up(of_ann, start).validity, Tokens::Validity::Valid);
    tokens.revoke_user("ann");
    EXPECT_EQ(tokens.look_up(of_ann, start).validity, Tokens::Validity::Unknown);
}

}  // namespace
}  // namespace mock
