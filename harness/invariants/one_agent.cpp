// A conversation is with at most one connected agent, and nobody is in a conversation that is over.
#include <fmt/format.h>

#include "harness/invariants/promises.h"

namespace invariants {
namespace {

class OneAgent : public Watching<OneAgent> {
  public:
    std::string_view name() const override { return "one-agent"; }

    using Watching::see;
    std::optional<Breach> see(const ConversationEnded& fact, const Seen& seen) {
        const auto connected = connected_.find(fact.conversation);
        if (connected == connected_.end()) return std::nullopt;
        const Agent agent = connected->second;
        connected_.erase(connected);
        return Breach{
            fmt::format("conversation {} ended, and {} is still in it", fact.conversation, agent.name),
            {agent.fact, seen.number}};
    }
    std::optional<Breach> see(const ParticipantMoved& fact, const Seen& seen) {
        if (fact.purpose != "agent") return std::nullopt;
        if (fact.state == "connected") {
            const auto [there, is_first] =
                connected_.try_emplace(fact.conversation, Agent{fact.agent, seen.number});
            if (is_first || there->second.name == fact.agent) return std::nullopt;
            return Breach{fmt::format("{} and {} are both connected to conversation {}", there->second.name,
                                      fact.agent, fact.conversation),
                          {there->second.fact, seen.number}};
        }
        const auto there = connected_.find(fact.conversation);
        if (there != connected_.end() && there->second.name == fact.agent) connected_.erase(there);
        return std::nullopt;
    }

  private:
    struct Agent {
        std::string name;
        std::size_t fact = 0;
    };
    std::map<std::string, Agent> connected_;  // by conversation
};

}  // namespace

PromisePtr one_agent() { return std::make_unique<OneAgent>(); }

}  // namespace invariants
