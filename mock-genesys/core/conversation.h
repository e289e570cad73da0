// One conversation as a value: participants with their communications. Every time somebody (re)joins they get
// a communication; "peer" ties the two ends together: workflow, acd and agent point at the customer's
// communication, the customer at the newest of them (observed in analytics records of web messaging, the same
// engine).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "foundation/base/time.h"
#include "mock-genesys/core/message.h"
#include "mock-genesys/core/values.h"

namespace mock {

struct Communication {
    CommunicationId id;
    CommunicationId peer;  // empty: none yet
    CommunicationState state = CommunicationState::Connected;
    base::UtcTime started;
    std::optional<base::UtcTime> alerting;
    std::optional<base::UtcTime> connected;
    std::optional<base::UtcTime> disconnected;
    std::optional<DisconnectType> disconnect_type;
    std::vector<MessageId> messages;
};

struct WrapUp {
    std::string code;
    base::UtcTime at;
};

struct Participant {
    ParticipantId id;
    Purpose purpose = Purpose::Customer;
    std::string name;   // for people: "Anna Berg", the flow's, the queue's
    std::string agent;  // name of the user, of an agent
    std::string queue;  // name of the queue, of acd and agent
    Attributes attributes;
    std::vector<Communication> communications;  // at least one; the last is the current one
    bool wrap_up_required = false;
    std::optional<WrapUp> wrap_up;

    Communication& current() { return communications.back(); }
    const Communication& current() const { return communications.back(); }
    CommunicationState state() const { return communications.back().state; }
};

struct Conversation {
    ConversationId id;
    IntegrationId integration;
    Customer customer;
    base::UtcTime started;
    std::optional<base::UtcTime> ended;     // nullopt while live
    base::TimePoint ended_at;               // meaningful with `ended`
    std::vector<Participant> participants;  // the customer is the first
    std::vector<MessageId> messages;        // of everybody, in the order they were said

    bool is_live() const { return !ended; }
    Participant& customer_participant() { return participants.front(); }
    const Participant& customer_participant() const { return participants.front(); }
};

// The newest participant of that purpose that has not left, or nullptr.
Participant* find_present(Conversation& conversation, Purpose purpose);
const Participant* find_present(const Conversation& conversation, Purpose purpose);
// The newest participant that stands for this agent, or nullptr.
const Participant* find_agent(const Conversation& conversation, std::string_view agent);
// The agent who is connected, or empty.
std::string connected_agent(const Conversation& conversation);

}  // namespace mock
