// The agents' desks: who is on queue and which conversations each one has, in which state. One conversation
// at a time: an agent with an alerting or connected one is not offered another. Work after the conversation
// does not block (the queue's after-call work is optional).
#pragma once

#include <cstdint>
#include <expected>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "mock-genesys/core/organisation.h"

namespace mock {

// Conversations an agent's desk remembers; the oldest finished one is dropped first.
inline constexpr std::size_t desk_entries_max = 1'000;

enum class DeskState { Alerting, Connected, Disconnected };

struct DeskEntry {
    ConversationId conversation;
    DeskState state;
    bool wrap_up_pending = false;
};

// Why an agent cannot do that.
enum class AgentRefusal { NothingAlerting, NotConnected, NoWrapUpPending, WrapUpCodeUnknown };

struct Desk {
    bool on_queue = false;
    std::uint64_t idle_since = 0;    // rank among the desks
    std::vector<DeskEntry> entries;  // oldest first
};

class Agents {
  public:
    explicit Agents(const std::vector<User>& users);

    // nullptr if there is no such agent. Names are those of the organisation file.
    const Desk* find(const std::string& agent) const;
    std::vector<std::string> names() const;

    // A desk for a new agent, off queue; nothing if there is one of that name.
    void add(const std::string& agent) { desks_.try_emplace(agent, Desk{false, next_rank_++, {}}); }
    void set_on_queue(const std::string& agent, bool on_queue);
    // The rank of the moment since which the agent could take a conversation, or nullopt if it cannot now.
    std::optional<std::uint64_t> idle_rank(const std::string& agent) const;

    void alert(const std::string& agent, const ConversationId& conversation);
    // Alerting becomes connected. Without a conversation: the oldest alerting one.
    std::expected<ConversationId, AgentRefusal> accept(const std::string& agent,
                                                       const std::optional<ConversationId>& conversation);
    // The connected conversation that is meant. Without one: the newest.
    std::expected<ConversationId, AgentRefusal> choose_connected(
        const std::string& agent, const std::optional<ConversationId>& conversation) const;
    // The conversation is over for this agent; after being connected, a wrap-up is due.
    void release(const std::string& agent, const ConversationId& conversation);
    // Settles a due wrap-up. Without a conversation: the oldest.
    std::expected<ConversationId, AgentRefusal> wrap_up(const std::string& agent,
                                                        const std::optional<ConversationId>& conversation);

  private:
    Desk& desk(const std::string& agent);
    std::map<std::string, Desk> desks_;
    std::uint64_t next_rank_ = 0;
};

}  // namespace mock
