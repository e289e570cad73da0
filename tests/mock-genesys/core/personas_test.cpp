#include "mock-genesys/core/personas.h"

#include <gtest/gtest.h>

namespace mock {
namespace {

using namespace std::chrono_literals;

const ConversationId c1{"c1"};
base::TimePoint at(base::Duration since_start) { return base::TimePoint(since_start); }

std::vector<User> ann() {
    User user;
    user.name = "ann";
    user.persona = Persona{.accept_after = 2s,
                           .replies = {{"order", "Which one?", 3s}, {"", "I am here.", 1s}},
                           .disconnect_after = 60s,
                           .wrap_up = PersonaWrapUp{"Resolved", 1s}};
    User without;
    without.name = "ben";
    return {user, without};
}

template <class What>
const What* taken(std::optional<PersonaAction>& action) {
    return action ? std::get_if<What>(&action->what) : nullptr;
}

TEST(Personas, accept_when_their_time_has_come_and_not_before) {
    Personas personas(ann());
    personas.alerted("ann", c1, at(10s));
    EXPECT_EQ(personas.next_wakeup(), at(12s));
    EXPECT_FALSE(personas.take_due(at(12s - 1ns)));
    auto action = personas.take_due(at(12s));
    EXPECT_NE(taken<AcceptPlanned>(action), nullptr);
    EXPECT_FALSE(personas.next_wakeup());
}

TEST(Personas, answer_by_the_first_rule_that_matches_in_any_case) {
    Personas personas(ann());
    personas.customer_wrote("ann", c1, "Where is my ORDER?", at(0s));
    personas.customer_wrote("ann", c1, "hello", at(0s));
    auto fallback = personas.take_due(at(3s));
    ASSERT_NE(taken<SayPlanned>(fallback), nullptr);
    EXPECT_EQ(taken<SayPlanned>(fallback)->text, "I am here.");
    auto order = personas.take_due(at(3s));
    ASSERT_NE(taken<SayPlanned>(order), nullptr);
    EXPECT_EQ(taken<SayPlanned>(order)->text, "Which one?");
}

TEST(Personas, answer_on_accepting_what_the_customer_wrote_before) {
    Personas personas(ann());
    personas.connected("ann", c1, "about my order", at(0s));
    auto action = personas.take_due(at(3s));
    EXPECT_NE(taken<SayPlanned>(action), nullptr);
}

TEST(Personas, leave_after_the_last_line_of_either_side) {
    Personas personas(ann());
    personas.connected("ann", c1, "", at(0s));
    EXPECT_EQ(personas.next_wakeup(), at(60s));
    personas.agent_wrote("ann", c1, at(30s));
    EXPECT_EQ(personas.next_wakeup(), at(90s));
    auto action = personas.take_due(at(90s));
    EXPECT_NE(taken<DisconnectPlanned>(action), nullptr);
    EXPECT_FALSE(personas.next_wakeup());
}

TEST(Personas, forget_their_plans_when_they_have_left_and_wrap_up) {
    Personas personas(ann());
    personas.connected("ann", c1, "order", at(0s));
    personas.left("ann", c1, at(1s));
    EXPECT_EQ(personas.next_wakeup(), at(2s));
    auto action = personas.take_due(at(2s));
    ASSERT_NE(taken<WrapUpPlanned>(action), nullptr);
    EXPECT_EQ(taken<WrapUpPlanned>(action)->code, "Resolved");
    EXPECT_FALSE(personas.next_wakeup());
}

TEST(Personas, do_nothing_for_agents_without_one) {
    Personas personas(ann());
    personas.alerted("ben", c1, at(0s));
    personas.connected("ben", c1, "order", at(0s));
    personas.customer_wrote("ben", c1, "order", at(0s));
    personas.agent_wrote("ben", c1, at(0s));
    personas.left("ben", c1, at(0s));
    EXPECT_FALSE(personas.next_wakeup());
}

}  // namespace
}  // namespace mock
