#include "mock-genesys/core/personas.h"

#include <algorithm>
#include <cctype>

namespace mock {
namespace {

bool contains_ignoring_case(std::string_view text, std::string_view part) {
    return !std::ranges::search(
                text, part,
                [](unsigned char a, unsigned char b) { return std::tolower(a) == std::tolower(b); })
                .empty() ||
           part.empty();
}

}  // namespace

Personas::Personas(const std::vector<User>& users) {
    for (const User& user : users)
        if (user.persona) personas_.emplace(user.name, *user.persona);
}

const Persona* Personas::find(const std::string& agent) const {
    const auto found = personas_.find(agent);
    return found == personas_.end() ? nullptr : &found->second;
}

void Personas::alerted(const std::string& agent, const ConversationId& conversation, base::TimePoint now) {
    const Persona* const persona = find(agent);
    if (persona == nullptr || !persona->accept_after) return;
    plan(now + *persona->accept_after, {agent, conversation, AcceptPlanned{}});
}

void Personas::connected(const std::string& agent, const ConversationId& conversation, std::string_view line,
                         base::TimePoint now) {
    const Persona* const persona = find(agent);
    if (persona == nullptr) return;
    if (!line.empty()) plan_reply(*persona, agent, conversation, line, now);
    plan_disconnect(agent, conversation, now);
}

void Personas::customer_wrote(const std::string& agent, const ConversationId& conversation,
                              std::string_view line, base::TimePoint now) {
    const Persona* const persona = find(agent);
    if (persona == nullptr) return;
    plan_reply(*persona, agent, conversation, line, now);
    plan_disconnect(agent, conversation, now);
}

void Personas::agent_wrote(const std::string& agent, const ConversationId& conversation,
                           base::TimePoint now) {
    if (find(agent) != nullptr) plan_disconnect(agent, conversation, now);
}

void Personas::left(const std::string& agent, const ConversationId& conversation, base::TimePoint now) {
    const Persona* const persona = find(agent);
    if (persona == nullptr) return;
    std::erase_if(planned_, [&](const auto& entry) {
        return entry.second.agent == agent && entry.second.conversation == conversation;
    });
    if (persona->wrap_up)
        plan(now + persona->wrap_up->after, {agent, conversation, WrapUpPlanned{persona->wrap_up->code}});
}

void Personas::plan_reply(const Persona& persona, const std::string& agent,
                          const ConversationId& conversation, std::string_view line, base::TimePoint now) {
    const auto reply = std::ranges::find_if(persona.replies, [&](const PersonaReply& candidate) {
        return contains_ignoring_case(line, candidate.contains);
    });
    if (reply != persona.replies.end())
        plan(now + reply->after, {agent, conversation, SayPlanned{reply->text}});
}

void Personas::plan_disconnect(const std::string& agent, const ConversationId& conversation,
                               base::TimePoint now) {
    const Persona& persona = *find(agent);
    if (!persona.disconnect_after) return;
    std::erase_if(planned_, [&](const auto& entry) {
        const PersonaAction& action = entry.second;
        return std::holds_alternative<DisconnectPlanned>(action.what) && action.agent == agent &&
               action.conversation == conversation;
    });
    plan(now + *persona.disconnect_after, {agent, conversation, DisconnectPlanned{}});
}

void Personas::plan(base::TimePoint when, PersonaAction action) {
    if (planned_.size() >= planned_actions_max) return;
    planned_.emplace(Due{when, next_sequence_++}, std::move(action));
}

std::optional<PersonaAction> Personas::take_due(base::TimePoint now) {
    if (planned_.empty() || planned_.begin()->first.first > now) return std::nullopt;
    return std::move(planned_.extract(planned_.begin()).mapped());
}

std::optional<base::TimePoint> Personas::next_wakeup() const {
    if (planned_.empty()) return std::nullopt;
    return planned_.begin()->first.first;
}

}  // namespace mock
