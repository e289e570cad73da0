// One handover of one session: from the bot to a human agent and back.
//
//     Idle -> Starting -> Queued -> Active -> Wrapping -> Completed
//                |          |  ^      |  ^       |
//                |          |  |      |  +-------+  a line reopened the conversation, or the end was none
//                |          |  +------|----------+
//                v          v         v
//              Failed    Cancelled Cancelled
//
// Starting: the first message is not accepted yet. Queued: Genesys has it. Active: a human has spoken.
// Wrapping: Genesys says that everybody has left, but lines of the agent may still be on their way. The last
// three absorb: a handover ends once, and the next one of the session is a new generation, perhaps in the
// same Genesys conversation ("Messaging threading timeline": a message from the same address rejoins the
// conversation for up to 72 hours).
//
// What the customer is told is forward only: queue, active and one end, each at most once per generation.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "bridge/core/ids.h"

namespace bridge {

enum class HandoverState { Idle, Starting, Queued, Active, Wrapping, Completed, Cancelled, Failed };
std::string_view name_of(HandoverState state);
std::optional<HandoverState> handover_state_named(std::string_view name);

// What the bot and the customer's page are told, in the words of the chatbot platform.
enum class HandoverStatus { Queue, Active, Completed, Cancelled, Error };
std::string_view name_of(HandoverStatus status);
std::optional<HandoverStatus> handover_status_named(std::string_view name);

// All there is to know about a handover; what is stored.
struct HandoverFacts {
    unsigned generation = 0;  // counts the handovers of the session from 1
    HandoverState state = HandoverState::Idle;
    ConversationId conversation;  // empty until Genesys has told it
    bool queue_announced = false;
    bool agent_spoke = false;
    friend bool operator==(const HandoverFacts&, const HandoverFacts&) = default;
};

class Handover {
  public:
    // What an event has done; state changes without news for the customer announce nothing.
    struct Change {
        HandoverState from;
        HandoverState to;
        std::vector<HandoverStatus> announced;
    };

    Handover() = default;
    explicit Handover(HandoverFacts facts) : facts_(std::move(facts)) {}

    const HandoverFacts& facts() const { return facts_; }
    // Customer lines go to Genesys, not to the bot.
    bool is_open() const;

    // Begins the next generation. Only while none is open.
    Change start();
    // Genesys has told in which conversation it is. A webhook may be an old one, so it counts only while
    // nothing is known; the answer to a line tells the conversation in which the line is now, which may be
    // another one.
    void learn_conversation(const ConversationId& conversation);
    void follow_conversation(const ConversationId& conversation);

    // Each of these changes nothing where it comes too late or means nothing, since the network may bring it
    // then.
    std::optional<Change> accepted();     // Genesys has taken the first message, or its flow has answered
    std::optional<Change> agent_spoke();  // a line of a human came
    std::optional<Change> ended();        // everybody has left the conversation
    std::optional<Change> reopened();     // somebody is in it again
    std::optional<Change> failed();       // the first message can never arrive; only while Starting
    std::optional<Change> cancelled();    // the customer withdrew

    // Nothing of the agent is missing any more. Only while Wrapping.
    Change settled();

  private:
    Change move_to(HandoverState next, std::vector<HandoverStatus> announced = {});

    HandoverFacts facts_;
};

}  // namespace bridge
