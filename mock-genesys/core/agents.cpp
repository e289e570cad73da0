#include "mock-genesys/core/agents.h"

#include <algorithm>
#include <ranges>

#include "foundation/base/check.h"

namespace mock {
namespace {

bool is_meant(const DeskEntry& entry, const std::optional<ConversationId>& conversation) {
    return !conversation || entry.conversation == *conversation;
}

// Makes room: the oldest entry that is finished goes.
void bound(std::vector<DeskEntry>& entries) {
    if (entries.size() < desk_entries_max) return;
    const auto finished = std::ranges::find(entries, DeskState::Disconnected, &DeskEntry::state);
    if (finished != entries.end()) entries.erase(finished);
}

}  // namespace

Agents::Agents(const std::vector<User>& users) {
    for (const User& user : users)
        desks_.emplace(user.name, Desk{user.persona && user.persona->on_queue, next_rank_++, {}});
}

const Desk* Agents::find(const std::string& agent) const {
    const auto found = desks_.find(agent);
    return found == desks_.end() ? nullptr : &found->second;
}

std::vector<std::string> Agents::names() const {
    std::vector<std::string> names;
    names.reserve(desks_.size());
    for (const auto& [name, desk] : desks_) names.push_back(name);
    return names;
}

Desk& Agents::desk(const std::string& agent) {
    const auto found = desks_.find(agent);
    base::check(found != desks_.end(), "the agent exists");
    return found->second;
}

void Agents::set_on_queue(const std::string& agent, bool on_queue) {
    Desk& changed = desk(agent);
    if (on_queue && !changed.on_queue) changed.idle_since = next_rank_++;
    changed.on_queue = on_queue;
}

std::optional<std::uint64_t> Agents::idle_rank(const std::string& agent) const {
    const Desk* const found = find(agent);
    if (found == nullptr || !found->on_queue) return std::nullopt;
    const bool is_busy = std::ranges::any_of(
        found->entries, [](const DeskEntry& entry) { return entry.state != DeskState::Disconnected; });
    if (is_busy) return std::nullopt;
    return found->idle_since;
}

void Agents::alert(const std::string& agent, const ConversationId& conversation) {
    std::vector<DeskEntry>& entries = desk(agent).entries;
    std::erase_if(entries, [&](const DeskEntry& entry) { return entry.conversation == conversation; });
    bound(entries);
    entries.push_back({conversation, DeskState::Alerting});
}

std::expected<ConversationId, AgentRefusal> Agents::accept(
    const std::string& agent, const std::optional<ConversationId>& conversation) {
    for (DeskEntry& entry : desk(agent).entries) {
        if (entry.state != DeskState::Alerting || !is_meant(entry, conversation)) continue;
        entry.state = DeskState::Connected;
        return entry.conversation;
    }
    return std::unexpected(AgentRefusal::NothingAlerting);
}

std::expected<ConversationId, AgentRefusal> Agents::choose_connected(
    const std::string& agent, const std::optional<ConversationId>& conversation) const {
    const Desk* const found = find(agent);
    base::check(found != nullptr, "the agent exists");
    for (const DeskEntry& entry : found->entries | std::views::reverse)
        if (entry.state == DeskState::Connected && is_meant(entry, conversation)) return entry.conversation;
    return std::unexpected(AgentRefusal::NotConnected);
}

void Agents::release(const std::string& agent, const ConversationId& conversation) {
    Desk& released = desk(agent);
    for (DeskEntry& entry : released.entries) {
        if (entry.conversation != conversation || entry.state == DeskState::Disconnected) continue;
        entry.wrap_up_pending = entry.state == DeskState::Connected;
        entry.state = DeskState::Disconnected;
        released.idle_since = next_rank_++;
    }
}

std::expected<ConversationId, AgentRefusal> Agents::wrap_up(
    const std::string& agent, const std::optional<ConversationId>& conversation) {
    for (DeskEntry& entry : desk(agent).entries) {
        if (!entry.wrap_up_pending || !is_meant(entry, conversation)) continue;
        entry.wrap_up_pending = false;
        return entry.conversation;
    }
    return std::unexpected(AgentRefusal::NoWrapUpPending);
}

}  // namespace mock
