// Conversations and who takes part in them.
//
// Theory of operation. A customer is an address at an integration. Its first message opens a conversation;
// while that is live every further message belongs to it. When it has ended, the next message within the
// threading window rejoins the same conversation (the customer gets a new communication and is routed again),
// after it a new one begins ("Messaging threading timeline", help centre). A window of 0 never rejoins. Each
// change of a participant becomes a fact, in order.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <utility>
#include <vector>

#include "foundation/base/lookup.h"
#include "foundation/base/random.h"
#include "foundation/base/time.h"
#include "mock-genesys/core/conversation.h"
#include "mock-genesys/core/facts.h"

namespace mock {

// Beyond this the oldest conversation is forgotten once it has ended; the live ones of a busy platform stay.
inline constexpr std::size_t conversations_max = 100'000;
// Participants of one conversation: a bound on rejoining for ever. Beyond it a new conversation begins.
inline constexpr std::size_t participants_max = 1'000;

class Conversations {
  public:
    Conversations(base::Duration threading_window, std::uint64_t seed);

    enum class Entry { New, Rejoined, Live };
    struct Entered {
        Conversation& conversation;  // lives until the next enter()
        Entry entry;
    };
    // The conversation that a message of this customer belongs to, with the customer connected.
    Entered enter(const IntegrationId& integration, const Customer& customer, base::Now now);

    // The live conversation of this address, or nullptr.
    const Conversation* find_live(const IntegrationId& integration, const std::string& from) const;
    Conversation* find(const ConversationId& id);
    const Conversation* find(const ConversationId& id) const;

    // All that are remembered, the oldest first.
    const std::deque<ConversationId>& by_age() const { return by_age_; }
    // Participants of a queue stay in it under its new name.
    void rename_queue(const std::string& from, const std::string& to);

    struct Newcomer {
        Purpose purpose;
        std::string name;
        std::string agent;
        std::string queue;
        CommunicationState state;  // Alerting or Connected
    };
    Participant& join(Conversation& conversation, Newcomer newcomer, base::Now now);
    void connect(Conversation& conversation, Participant& participant, base::Now now);
    void leave(Conversation& conversation, Participant& participant, DisconnectType type, base::Now now);
    // Whoever is still there leaves; `type` is the customer's disconnect type, the others leave with it too.
    void end(Conversation& conversation, DisconnectType type, base::Now now);

    // A fact of another machine, in its place among these.
    void note(Fact fact) { facts_.push_back(std::move(fact)); }
    // What happened since the last time.
    std::vector<Fact> take_facts() { return std::exchange(facts_, {}); }

  private:
    Conversation& open(const IntegrationId& integration, const Customer& customer, base::Now now);
    void rejoin(Conversation& conversation, base::Now now);
    bool can_rejoin(const Conversation& conversation, base::Now now) const;
    void forget_oldest();
    Communication new_communication(CommunicationState state, base::Now now);
    void note_state(const Conversation& conversation, const Participant& participant);

    base::Duration threading_window_;
    base::Random random_;
    base::Lookup<ConversationId, Conversation> conversations_;
    std::deque<ConversationId> by_age_;
    base::Lookup<std::string, Conversation*> latest_;  // by customer_key()
    std::vector<Fact> facts_;
};

}  // namespace mock
