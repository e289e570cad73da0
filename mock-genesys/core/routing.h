// ACD routing: conversations wait in queues, the oldest is offered first, to the member who has been idle
// longest; the agent who had the customer last is preferred ("Messaging threading timeline", help centre).
// Standard routing without skills or priorities. An agent who is not there is not waited for: whoever becomes
// available asks next_for().
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mock-genesys/core/organisation.h"

namespace mock {

struct Waiting {
    ConversationId conversation;
    std::string queue;
    std::string last_agent;  // empty: none
};

class Routing {
  public:
    explicit Routing(const std::vector<Queue>& queues);

    // Who serves a queue from now on; a queue that was unknown exists with that.
    void set_members(const std::string& queue, std::vector<std::string> members);
    void rename_queue(const std::string& from, const std::string& to);
    // Nobody waits in it.
    void remove_queue(const std::string& queue) { members_.erase(queue); }
    std::size_t waiting_in(std::string_view queue) const;

    void enqueue(Waiting waiting);
    void remove(const ConversationId& conversation);
    std::size_t waiting() const { return waiting_.size(); }

    // Idle members may take it; the larger the idle rank, the later they became idle. nullopt: not available.
    using IdleRank = std::function<std::optional<std::uint64_t>(const std::string& agent)>;
    // The member of the queue who gets this conversation now.
    std::optional<std::string> agent_for(const Waiting& waiting, const IdleRank& idle_rank) const;
    // The oldest conversation that waits in any queue of this agent.
    std::optional<Waiting> next_for(const std::string& agent) const;

  private:
    const std::vector<std::string>& members_of(const std::string& queue) const;

    std::map<std::string, std::vector<std::string>> members_;
    std::map<std::uint64_t, Waiting> waiting_;  // by arrival
    std::map<ConversationId, std::uint64_t> arrivals_;
    std::uint64_t next_arrival_ = 0;
};

}  // namespace mock
