#include "mock-genesys/core/routing.h"

#include <gtest/gtest.h>

namespace mock {
namespace {

Queue queue(const std::string& name, std::vector<std::string> members) {
    Queue result;
    result.name = name;
    result.members = std::move(members);
    return result;
}

Waiting waiting(const std::string& conversation, const std::string& in_queue, const std::string& last = "") {
    return {ConversationId(conversation), in_queue, last};
}

Routing::IdleRank idle(const std::map<std::string, std::uint64_t>& ranks) {
    return [ranks](const std::string& agent) -> std::optional<std::uint64_t> {
        const auto found = ranks.find(agent);
        if (found == ranks.end()) return std::nullopt;
        return found->second;
    };
}

TEST(Routing, offers_to_the_member_who_has_been_idle_longest) {
    const Routing routing({queue("Support", {"ann", "ben"})});
    EXPECT_EQ(routing.agent_for(waiting("c", "Support"), idle({{"ann", 7}, {"ben", 3}})), "ben");
    EXPECT_EQ(routing.agent_for(waiting("c", "Support"), idle({{"ann", 7}})), "ann");
}

TEST(Routing, offers_to_nobody_who_is_no_member_or_not_available) {
    const Routing routing({queue("Support", {"ann"})});
    EXPECT_EQ(routing.agent_for(waiting("c", "Support"), idle({{"ben", 1}})), std::nullopt);
}

TEST(Routing, prefers_the_last_agent_while_available_and_still_a_member) {
    const Routing routing({queue("Support", {"ann", "ben"})});
    EXPECT_EQ(routing.agent_for(waiting("c", "Support", "ann"), idle({{"ann", 9}, {"ben", 1}})), "ann");
    EXPECT_EQ(routing.agent_for(waiting("c", "Support", "ann"), idle({{"ben", 1}})), "ben");
    EXPECT_EQ(routing.agent_for(waiting("c", "Support", "cat"), idle({{"cat", 0}, {"ben", 1}})), "ben");
}

TEST(Routing, gives_an_agent_the_oldest_over_all_queues_of_theirs) {
    Routing routing({queue("Support", {"ann"}), queue("Sales", {"ann", "ben"}), queue("Claims", {"ben"})});
    routing.enqueue(waiting("c1", "Claims"));
    routing.enqueue(waiting("c2", "Sales"));
    routing.enqueue(waiting("c3", "Support"));
    EXPECT_EQ(routing.next_for("ann")->conversation, ConversationId("c2"));
    EXPECT_EQ(routing.next_for("ben")->conversation, ConversationId("c1"));
    EXPECT_FALSE(routing.next_for("cat"));
}

TEST(Routing, forgets_who_has_left_the_queue_and_moves_who_queues_again_to_the_end) {
    Routing routing({queue("Support", {"ann"})});
    routing.enqueue(waiting("c1", "Support"));
    routing.enqueue(waiting("c2", "Support"));
    routing.enqueue(waiting("c1", "Support"));
    EXPECT_EQ(routing.waiting(), 2U);
    EXPECT_EQ(routing.next_for("ann")->conversation, ConversationId("c2"));
    routing.remove(ConversationId("c2"));
    routing.remove(ConversationId("unknown"));
    EXPECT_EQ(routing.next_for("ann")->conversation, ConversationId("c1"));
}

TEST(Routing, follows_new_members_and_names_of_queues) {
    Routing routing({});
    routing.set_members("Sales", {"ann"});
    routing.enqueue({ConversationId("c1"), "Sales", ""});
    EXPECT_EQ(routing.waiting_in("Sales"), 1U);
    routing.rename_queue("Sales", "Care");
    EXPECT_EQ(routing.waiting_in("Sales"), 0U);
    EXPECT_EQ(routing.next_for("ann")->queue, "Care");
    routing.set_members("Care", {"ben"});
    EXPECT_FALSE(routing.next_for("ann"));
    routing.remove(ConversationId("c1"));
    routing.remove_queue("Care");
    EXPECT_FALSE(routing.next_for("ben"));
}

}  // namespace
}  // namespace mock
