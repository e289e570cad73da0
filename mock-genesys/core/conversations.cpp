#include "mock-genesys/core/conversations.h"

#include "foundation/base/check.h"

namespace mock {
namespace {

// The address of a customer at an integration; no integration's id has a NUL in it.
std::string customer_key(const IntegrationId& integration, std::string_view from) {
    std::string key;
    key.reserve(integration.text().size() + 1 + from.size());
    return key.append(integration.text()).append(1, '\0').append(from);
}

}  // namespace

Conversations::Conversations(base::Duration threading_window, std::uint64_t seed)
    : threading_window_(threading_window), random_(base::derive_seed(seed, "conversations")) {}

Conversations::Entered Conversations::enter(const IntegrationId& integration, const Customer& customer,
                                            base::Now now) {
    Conversation* const* const known = latest_.find(customer_key(integration, customer.id));
    Conversation* const latest = known == nullptr ? nullptr : *known;
    if (latest != nullptr && latest->is_live()) return {*latest, Entry::Live};
    if (latest != nullptr && can_rejoin(*latest, now)) {
        rejoin(*latest, now);
        return {*latest, Entry::Rejoined};
    }
    return {open(integration, customer, now), Entry::New};
}

bool Conversations::can_rejoin(const Conversation& conversation, base::Now now) const {
    return now.monotonic - conversation.ended_at < threading_window_ &&
           conversation.participants.size() < participants_max;
}

Conversation& Conversations::open(const IntegrationId& integration, const Customer& customer, base::Now now) {
    forget_oldest();
    Conversation fresh;
    fresh.id = ConversationId(random_.uuid());
    fresh.integration = integration;
    fresh.customer = customer;
    fresh.started = now.utc;
    by_age_.push_back(fresh.id);
    Conversation& conversation = conversations_.add(by_age_.back(), std::move(fresh));
    latest_.add(customer_key(integration, customer.id), nullptr) = &conversation;
    facts_.emplace_back(ConversationStarted{conversation.id, integration, customer.id});
    join(conversation, {Purpose::Customer, display_name(customer), {}, {}, CommunicationState::Connected},
         now);
    return conversation;
}

void Conversations::rejoin(Conversation& conversation, base::Now now) {
    conversation.ended.reset();
    facts_.emplace_back(
        ConversationStarted{conversation.id, conversation.integration, conversation.customer.id});
    Participant& customer = conversation.customer_participant();
    customer.communications.push_back(new_communication(CommunicationState::Connected, now));
    note_state(conversation, customer);
}

void Conversations::rename_queue(const std::string& from, const std::string& to) {
    for (const ConversationId& id : by_age_)
        for (Participant& participant : conversations_.find(id)->participants)
            if (participant.queue == from) participant.queue = to;
}

// A live oldest conversation is kept and looked at again later.
void Conversations::forget_oldest() {
    if (conversations_.size() < conversations_max) return;
    const ConversationId oldest = by_age_.front();
    by_age_.pop_front();
    Conversation* const conversation = find(oldest);
    base::check(conversation != nullptr, "what has an age is held");
    // NOLINTNEXTLINE(clang-analyzer-core.CallAndMessage): the check above does not return then
    if (conversation->is_live()) {
        by_age_.push_back(oldest);
        return;
    }
    const std::string key = customer_key(conversation->integration, conversation->customer.id);
    Conversation* const* const latest = latest_.find(key);
    if (latest != nullptr && *latest == conversation) latest_.erase(key);
    conversations_.erase(oldest);
}

Conversation* Conversations::find(const ConversationId& id) { return conversations_.find(id); }

const Conversation* Conversations::find(const ConversationId& id) const { return conversations_.find(id); }

const Conversation* Conversations::find_live(const IntegrationId& integration,
                                             const std::string& from) const {
    Conversation* const* const latest = latest_.find(customer_key(integration, from));
    return latest != nullptr && (*latest)->is_live() ? *latest : nullptr;
}

Communication Conversations::new_communication(CommunicationState state, base::Now now) {
    Communication communication;
    communication.id = CommunicationId(random_.uuid());
    communication.state = state;
    communication.started = now.utc;
    switch (state) {
        case CommunicationState::Alerting:
            communication.alerting = now.utc;
            break;
        case CommunicationState::Connected:
            communication.connected = now.utc;
            break;
        case CommunicationState::Disconnected:
            base::check(false, "nobody joins disconnected");
    }
    return communication;
}

Participant& Conversations::join(Conversation& conversation, Newcomer newcomer, base::Now now) {
    Participant participant;
    participant.id = ParticipantId(random_.uuid());
    participant.purpose = newcomer.purpose;
    participant.name = std::move(newcomer.name);
    participant.agent = std::move(newcomer.agent);
    participant.queue = std::move(newcomer.queue);
    participant.communications.push_back(new_communication(newcomer.state, now));
    if (newcomer.purpose != Purpose::Customer) {
        Communication& customer = conversation.customer_participant().current();
        participant.current().peer = customer.id;
        customer.peer = participant.current().id;
    }
    conversation.participants.push_back(std::move(participant));
    note_state(conversation, conversation.participants.back());
    return conversation.participants.back();
}

void Conversations::connect(Conversation& conversation, Participant& participant, base::Now now) {
    base::check(participant.state() == CommunicationState::Alerting, "only who is alerting can be connected");
    participant.current().state = CommunicationState::Connected;
    participant.current().connected = now.utc;
    note_state(conversation, participant);
}

void Conversations::leave(Conversation& conversation, Participant& participant, DisconnectType type,
                          base::Now now) {
    base::check(participant.state() != CommunicationState::Disconnected, "nobody leaves twice");
    Communication& communication = participant.current();
    communication.state = CommunicationState::Disconnected;
    communication.disconnected = now.utc;
    communication.disconnect_type = type;
    note_state(conversation, participant);
}

void Conversations::end(Conversation& conversation, DisconnectType type, base::Now now) {
    base::check(conversation.is_live(), "a conversation ends once");
    for (Participant& participant : conversation.participants)
        if (participant.state() != CommunicationState::Disconnected)
            leave(conversation, participant, type, now);
    conversation.ended = now.utc;
    conversation.ended_at = now.monotonic;
    facts_.emplace_back(
        ConversationEnded{conversation.id, conversation.integration, conversation.customer.id, type});
}

void Conversations::note_state(const Conversation& conversation, const Participant& participant) {
    facts_.emplace_back(ParticipantChanged{conversation.id, participant.purpose, participant.agent,
                                           participant.queue, participant.state(),
                                           participant.current().disconnect_type});
}

}  // namespace mock
