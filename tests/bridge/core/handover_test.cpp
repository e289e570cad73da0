#include "bridge/core/handover.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "foundation/base/random.h"

namespace bridge {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using State = HandoverState;
using Status = HandoverStatus;

Handover in_state(State state) { return Handover({.generation = 1, .state = state}); }

TEST(Handover, goes_the_straight_way) {
    Handover handover;
    EXPECT_FALSE(handover.is_open());
    EXPECT_THAT(handover.start().announced, IsEmpty());
    EXPECT_TRUE(handover.is_open());
    EXPECT_THAT(handover.accepted()->announced, ElementsAre(Status::Queue));
    EXPECT_THAT(handover.agent_spoke()->announced, ElementsAre(Status::Active));
    EXPECT_EQ(handover.facts().state, State::Active);
    EXPECT_EQ(handover.ended()->to, State::Wrapping);
    EXPECT_THAT(handover.settled().announced, ElementsAre(Status::Completed));
    EXPECT_FALSE(handover.is_open());
}

TEST(Handover, announces_the_queue_first_when_the_agent_is_faster_than_the_answer) {
    Handover handover;
    handover.start();
    EXPECT_THAT(handover.agent_spoke()->announced, ElementsAre(Status::Queue, Status::Active));
    EXPECT_EQ(handover.accepted(), std::nullopt);
}

TEST(Handover, announces_the_agent_once) {
    Handover handover = in_state(State::Queued);
    EXPECT_TRUE(handover.agent_spoke());
    EXPECT_EQ(handover.agent_spoke(), std::nullopt);
}

TEST(Handover, announces_the_agent_whose_line_came_behind_the_end) {
    Handover handover({.generation = 1, .state = State::Wrapping, .queue_announced = true});
    const auto change = handover.agent_spoke();
    EXPECT_THAT(change->announced, ElementsAre(Status::Active));
    EXPECT_EQ(change->to, State::Wrapping);
}

TEST(Handover, reopens_to_where_it_was) {
    Handover queued = in_state(State::Wrapping);
    EXPECT_EQ(queued.reopened()->to, State::Queued);
    Handover active({.generation = 1, .state = State::Wrapping, .agent_spoke = true});
    EXPECT_EQ(active.reopened()->to, State::Active);
    EXPECT_THAT(active.ended()->announced, IsEmpty());
}

TEST(Handover, fails_only_before_it_was_accepted) {
    EXPECT_THAT(in_state(State::Starting).failed()->announced, ElementsAre(Status::Error));
    EXPECT_EQ(in_state(State::Queued).failed(), std::nullopt);
    EXPECT_EQ(in_state(State::Active).failed(), std::nullopt);
}

TEST(Handover, can_be_cancelled_while_somebody_may_still_answer) {
    for (const State state : {State::Starting, State::Queued, State::Active})
        EXPECT_THAT(in_state(state).cancelled()->announced, ElementsAre(Status::Cancelled));
    EXPECT_EQ(in_state(State::Wrapping).cancelled(), std::nullopt);
}

TEST(Handover, does_not_leave_an_end) {
    for (const State end : {State::Completed, State::Cancelled, State::Failed}) {
        Handover handover = in_state(end);
        EXPECT_EQ(handover.accepted(), std::nullopt);
        EXPECT_EQ(handover.agent_spoke(), std::nullopt);
        EXPECT_EQ(handover.ended(), std::nullopt);
        EXPECT_EQ(handover.reopened(), std::nullopt);
        EXPECT_EQ(handover.failed(), std::nullopt);
        EXPECT_EQ(handover.cancelled(), std::nullopt);
        EXPECT_EQ(handover.facts().state, end);
    }
}

TEST(Handover, counts_generations_and_forgets_the_last_one) {
    Handover handover({.generation = 1,
                       .state = State::Completed,
                       .conversation = ConversationId("c"),
                       .queue_announced = true,
                       .agent_spoke = true});
    handover.start();
    const HandoverFacts ref_facts{.generation = 2, .state = State::Starting};
    EXPECT_EQ(handover.facts(), ref_facts);
}

TEST(Handover, learns_a_conversation_once_but_follows_its_lines) {
    Handover handover;
    handover.learn_conversation(ConversationId("too early"));
    handover.start();
    EXPECT_TRUE(handover.facts().conversation.empty());
    handover.learn_conversation(ConversationId("a"));
    handover.learn_conversation(ConversationId("b"));
    EXPECT_EQ(handover.facts().conversation, ConversationId("a"));
    handover.follow_conversation(ConversationId(""));
    EXPECT_EQ(handover.facts().conversation, ConversationId("a"));
    handover.follow_conversation(ConversationId("b"));
    EXPECT_EQ(handover.facts().conversation, ConversationId("b"));
}

TEST(HandoverDeathTest, starting_an_open_one_is_a_broken_contract) {
    Handover handover = in_state(State::Active);
    EXPECT_DEATH(handover.start(), "only when none is open");
    EXPECT_DEATH(handover.settled(), "transitions of its diagram");
}

TEST(Handover, announces_each_status_at_most_once_and_one_end_whatever_comes) {
    base::Random random(5);
    for (int run = 0; run < 500; ++run) {
        Handover handover;
        handover.start();
        std::vector<Status> told;
        for (int event = 0; event < 30; ++event) {
            std::optional<Handover::Change> change;
            switch (random.below(7)) {
                case 0:
                    change = handover.accepted();
                    break;
                case 1:
                    change = handover.agent_spoke();
                    break;
                case 2:
                    change = handover.ended();
                    break;
                case 3:
                    change = handover.reopened();
                    break;
                case 4:
                    change = handover.failed();
                    break;
                case 5:
                    change = handover.cancelled();
                    break;
                default:
                    if (handover.facts().state == State::Wrapping) change = handover.settled();
            }
            if (change) told.insert(told.end(), change->announced.begin(), change->announced.end());
        }
        auto sorted = told;
        std::ranges::sort(sorted);
        EXPECT_EQ(std::ranges::adjacent_find(sorted), sorted.end());
        const auto ends = std::ranges::count_if(told, [](Status s) { return s > Status::Active; });
        EXPECT_LE(ends, 1);
        EXPECT_TRUE(ends == 0 || told.back() > Status::Active);
    }
}

TEST(Handover, names_are_read_back) {
    EXPECT_EQ(handover_state_named("wrapping"), State::Wrapping);
    EXPECT_EQ(handover_state_named("Wrapping"), std::nullopt);
    EXPECT_EQ(handover_status_named("error"), Status::Error);
    EXPECT_EQ(handover_status_named(""), std::nullopt);
}

}  // namespace
}  // namespace bridge
