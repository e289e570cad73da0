#include "mock-genesys/core/routing.h"

#include <algorithm>
#include <utility>

#include "foundation/base/check.h"

namespace mock {

Routing::Routing(const std::vector<Queue>& queues) {
    for (const Queue& queue : queues) members_.emplace(queue.name, queue.members);
}

void Routing::set_members(const std::string& queue, std::vector<std::string> members) {
    members_.insert_or_assign(queue, std::move(members));
}

void Routing::rename_queue(const std::string& from, const std::string& to) {
    auto renamed = members_.extract(from);
    if (renamed.empty()) return;
    renamed.key() = to;
    members_.insert(std::move(renamed));
    for (auto& [arrival, waiting] : waiting_)
        if (waiting.queue == from) waiting.queue = to;
}

std::size_t Routing::waiting_in(std::string_view queue) const {
    return static_cast<std::size_t>(
        std::ranges::count_if(waiting_, [&](const auto& entry) { return entry.second.queue == queue; }));
}

void Routing::enqueue(Waiting waiting) {
    remove(waiting.conversation);
    arrivals_[waiting.conversation] = next_arrival_;
    waiting_.emplace(next_arrival_++, std::move(waiting));
}

void Routing::remove(const ConversationId& conversation) {
    const auto arrival = arrivals_.find(conversation);
    if (arrival == arrivals_.end()) return;
    waiting_.erase(arrival->second);
    arrivals_.erase(arrival);
}

std::optional<std::string> Routing::agent_for(const Waiting& waiting, const IdleRank& idle_rank) const {
    const std::vector<std::string>& members = members_of(waiting.queue);
    const bool knows_last = std::ranges::find(members, waiting.last_agent) != members.end();
    if (knows_last && idle_rank(waiting.last_agent)) return waiting.last_agent;
    std::optional<std::string> best;
    std::uint64_t best_rank = 0;
    for (const std::string& member : members) {
        const auto rank = idle_rank(member);
        if (!rank || (best && *rank >= best_rank)) continue;
        best = member;
        best_rank = *rank;
    }
    return best;
}

std::optional<Waiting> Routing::next_for(const std::string& agent) const {
    for (const auto& [arrival, waiting] : waiting_) {
        const std::vector<std::string>& members = members_of(waiting.queue);
        if (std::ranges::find(members, agent) != members.end()) return waiting;
    }
    return std::nullopt;
}

const std::vector<std::string>& Routing::members_of(const std::string& queue) const {
    const auto found = members_.find(queue);
    base::check(found != members_.end(), "a conversation waits in a queue that exists");
    return found->second;
}

}  // namespace mock
