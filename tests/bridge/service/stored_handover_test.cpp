#include "bridge/service/stored_handover.h"

#include <gtest/gtest.h>

namespace bridge {
namespace {

using namespace std::chrono_literals;

const base::UtcTime time = *base::parse_iso8601("2026-03-04T05:06:07.890Z");

TEST(StoredHandover, comes_back_with_its_terms) {
    const StoredHandover ref{
        .facts = {.generation = 3,
                  .state = HandoverState::Wrapping,
                  .conversation = ConversationId("c"),
                  .queue_announced = true,
                  .agent_spoke = true},
        .ended_at = time,
        .terms = {.text = "One \"moment\"",
                  .repeats_text = true,
                  .cancel_intent = "cancel",
                  .quick_reply = "Stop",
                  .sends_resolve_event = false,
                  .sends_queue_event = true,
                  .sends_active_event = true,
                  .sends_presence = false,
                  .inactivity = {60s,
                                 {Say{"there?", Destination::UserOnly}, Say{"gone", Destination::AgentOnly},
                                  Say{"both"}, CloseHandover{}}}},
        .inactivity = {time + 60s, 2}};
    EXPECT_EQ(decode_handover(encode(ref)), ref);
}

TEST(StoredHandover, of_an_older_version_has_the_default_terms) {
    const auto handover = decode_handover(R"({"generation":2,"state":"active","conversation":"c"})");
    ASSERT_TRUE(handover);
    EXPECT_EQ(handover->terms, HandoverTerms{});
    EXPECT_EQ(handover->inactivity, InactivityTimer::Reading{});
    EXPECT_EQ(handover->facts.generation, 2U);
}

TEST(StoredHandover, is_not_guessed) {
    for (const char* bad : {"", "[]", "{}", R"({"state":"dancing"})"})
        EXPECT_EQ(decode_handover(bad), std::nullopt) << bad;
}

}  // namespace
}  // namespace bridge
