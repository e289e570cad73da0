#include "harness/doctor/envelope.h"

#include <gtest/gtest.h>

namespace doctor {
namespace {

Envelopes envelopes_of(std::uint64_t seed) { return {{}, seed, base::UtcTime{std::chrono::hours{1}}}; }

TEST(Envelopes, have_an_id_each_and_come_in_the_order_of_time) {
    Envelopes envelopes = envelopes_of(1);
    const Envelope first = envelopes.next();
    const Envelope second = envelopes.next();
    EXPECT_EQ(first.id.size(), 32U);
    EXPECT_NE(first.id, second.id);
    EXPECT_LT(first.time, second.time);
    EXPECT_GT(first.time, base::UtcTime{std::chrono::hours{1}});
}

TEST(Envelopes, are_the_same_again_for_the_same_seed_only) {
    EXPECT_EQ(envelopes_of(1).next().id, envelopes_of(1).next().id);
    EXPECT_EQ(envelopes_of(1).word(), envelopes_of(1).word());
    EXPECT_NE(envelopes_of(1).next().id, envelopes_of(2).next().id);
    EXPECT_NE(envelopes_of(1).word(), envelopes_of(2).word());
}

}  // namespace
}  // namespace doctor
