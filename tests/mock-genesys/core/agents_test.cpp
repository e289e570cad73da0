#include "mock-genesys/core/agents.h"

#include <gtest/gtest.h>

namespace mock {
namespace {

const ConversationId c1{"c1"};
const ConversationId c2{"c2"};

std::vector<User> ann_and_ben() {
    std::vector<User> users(2);
    users[0].name = "ann";
    users[1].name = "ben";
    users[1].persona = Persona{};
    return users;
}

TEST(Agents, start_on_queue_only_as_personas) {
    const Agents agents(ann_and_ben());
    EXPECT_FALSE(agents.idle_rank("ann"));
    EXPECT_TRUE(agents.idle_rank("ben"));
    EXPECT_EQ(agents.find("cat"), nullptr);
    EXPECT_EQ(agents.names(), (std::vector<std::string>{"ann", "ben"}));
}

TEST(Agents, take_one_conversation_at_a_time) {
    Agents agents(ann_and_ben());
    agents.set_on_queue("ann", true);
    ASSERT_TRUE(agents.idle_rank("ann"));
    agents.alert("ann", c1);
    EXPECT_FALSE(agents.idle_rank("ann"));
    EXPECT_EQ(agents.accept("ann", std::nullopt), c1);
    EXPECT_FALSE(agents.idle_rank("ann"));
    agents.release("ann", c1);
    EXPECT_TRUE(agents.idle_rank("ann"));
}

TEST(Agents, who_were_busy_have_been_idle_less_long) {
    Agents agents(ann_and_ben());
    agents.set_on_queue("ann", true);
    agents.alert("ben", c1);
    agents.release("ben", c1);
    EXPECT_LT(*agents.idle_rank("ann"), *agents.idle_rank("ben"));
}

TEST(Agents, accept_only_what_alerts) {
    Agents agents(ann_and_ben());
    EXPECT_EQ(agents.accept("ann", std::nullopt), std::unexpected(AgentRefusal::NothingAlerting));
    agents.alert("ann", c1);
    EXPECT_EQ(agents.accept("ann", c2), std::unexpected(AgentRefusal::NothingAlerting));
    EXPECT_EQ(agents.accept("ann", c1), c1);
    EXPECT_EQ(agents.accept("ann", c1), std::unexpected(AgentRefusal::NothingAlerting));
}

TEST(Agents, mean_the_oldest_alerting_and_the_newest_connected_conversation) {
    Agents agents(ann_and_ben());
    agents.alert("ann", c1);
    agents.alert("ann", c2);
    EXPECT_EQ(agents.accept("ann", std::nullopt), c1);
    EXPECT_EQ(agents.choose_connected("ann", std::nullopt), c1);
    EXPECT_EQ(agents.accept("ann", std::nullopt), c2);
    EXPECT_EQ(agents.choose_connected("ann", std::nullopt), c2);
    EXPECT_EQ(agents.choose_connected("ann", c1), c1);
}

TEST(Agents, owe_a_wrap_up_once_after_being_connected) {
    Agents agents(ann_and_ben());
    agents.alert("ann", c1);
    agents.alert("ann", c2);
    ASSERT_TRUE(agents.accept("ann", c1));
    agents.release("ann", c1);
    agents.release("ann", c2);  // never accepted
    EXPECT_EQ(agents.wrap_up("ann", c2), std::unexpected(AgentRefusal::NoWrapUpPending));
    EXPECT_EQ(agents.wrap_up("ann", std::nullopt), c1);
    EXPECT_EQ(agents.wrap_up("ann", std::nullopt), std::unexpected(AgentRefusal::NoWrapUpPending));
}

TEST(Agents, remember_a_bounded_number_of_conversations) {
    Agents agents(ann_and_ben());
    for (std::size_t i = 0; i < desk_entries_max + 5; ++i) {
        const ConversationId id("c" + std::to_string(i));
        agents.alert("ann", id);
        agents.release("ann", id);
    }
    EXPECT_EQ(agents.find("ann")->entries.size(), desk_entries_max);
}

}  // namespace
}  // namespace mock
