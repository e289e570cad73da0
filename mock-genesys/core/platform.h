// The platform without its API: what happens to a message from the moment it is accepted until an agent has
// wrapped up.
//
// Theory of operation. A message enters a conversation (conversations.h). If the customer is new or comes
// back, the flow of the integration runs: its responses go out, then it transfers to a queue (routing.h) or,
// without a transfer, ends the conversation. The queue offers the conversation to an agent (agents.h), who
// alerts, accepts, writes, disconnects and wraps up, by the control interface or as a persona (personas.h).
// Everything that happened is a fact (facts.h).
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "mock-genesys/core/agents.h"
#include "mock-genesys/core/conversations.h"
#include "mock-genesys/core/facts.h"
#include "mock-genesys/core/message_store.h"
#include "mock-genesys/core/organisation.h"
#include "mock-genesys/core/personas.h"
#include "mock-genesys/core/routing.h"

namespace mock {

class Platform {
  public:
    // The organisation must outlive this and have all its ids.
    Platform(const Organisation& organisation, std::uint64_t seed);

    // --- the customer's side ---

    // The stored message: this one, or the first with the same provider id if repeats are ignored. It lives
    // until the next call. The integration exists.
    const Message& receive(const Integration& integration, InboundMessage inbound, base::Now now);
    // A delivery report about a message of this integration; false if there is no such outbound message.
    bool report(const Integration& integration, const MessageId& message, Receipt receipt);
    // The customer is writing: told to the agent if there is a live conversation and the integration lets it
    // in. It opens no conversation (assumed).
    void customer_types(const Integration& integration, const std::string& from);
    // What became of an outbound message's webhook.
    void delivered(const MessageId& message);
    void undeliverable(const MessageId& message, std::string why, base::Now now);

    // --- the agent's side; the agent exists ---

    using AgentResult = std::expected<ConversationId, AgentRefusal>;
    struct Said {
        ConversationId conversation;
        MessageId message;
    };
    const Desk* find_desk(const std::string& agent) const { return agents_.find(agent); }
    std::vector<std::string> agent_names() const { return agents_.names(); }
    void set_on_queue(const std::string& agent, bool on_queue, base::Now now);
    AgentResult accept(const std::string& agent, const std::optional<ConversationId>& conversation,
                       base::Now now);
    std::expected<Said, AgentRefusal> say(const std::string& agent,
                                          const std::optional<ConversationId>& conversation, std::string text,
                                          base::Now now);
    // More than text: what the integration's content profile does not allow is stored as failed and not sent.
    std::expected<Said, AgentRefusal> send(const std::string& agent,
                                           const std::optional<ConversationId>& conversation,
                                           SendResponse what, base::Now now);
    // Tells the customer, where the integration's platform config lets it out.
    AgentResult type(const std::string& agent, const std::optional<ConversationId>& conversation);
    AgentResult disconnect(const std::string& agent, const std::optional<ConversationId>& conversation,
                           base::Now now);
    AgentResult wrap_up(const std::string& agent, const std::string& code,
                        const std::optional<ConversationId>& conversation, base::Now now);

    // --- configuration that routing must follow ---

    void add_agent(const std::string& agent) { agents_.add(agent); }
    // A queue that was unknown exists with that. Who has become a member may be offered what waits.
    void set_queue_members(const std::string& queue, const std::vector<std::string>& members, base::Now now);
    void rename_queue(const std::string& from, const std::string& to);
    // Nothing is in it.
    void remove_queue(const std::string& queue) { routing_.remove_queue(queue); }
    bool is_queue_active(std::string_view queue) const;
    std::size_t waiting_in(std::string_view queue) const { return routing_.waiting_in(queue); }

    // --- reading ---

    bool has_conversation_of(const IntegrationId& integration) const;
    // All conversations that are remembered, the oldest first.
    const std::deque<ConversationId>& conversations() const { return conversations_.by_age(); }

    const Conversation* find_conversation(const ConversationId& id) const { return conversations_.find(id); }
    const Message* find_message(const MessageId& id) const { return messages_.find(id); }
    // Everything said in a conversation, in the order it was said; what has been forgotten is left out.
    std::vector<const Message*> messages_of(const Conversation& conversation) const;

    // --- time ---

    // Lets the personas do what is due.
    void advance(base::Now now);
    std::optional<base::TimePoint> next_wakeup() const { return personas_.next_wakeup(); }
    std::vector<Fact> take_facts() { return conversations_.take_facts(); }

  private:
    void set_status(Message& message, MessageStatus status);
    void append_inbound(Conversation& conversation, const Message& message, base::Now now);
    Message& append_outbound(Conversation& conversation, Participant& author, OriginatingEntity entity,
                             SendResponse what, base::Now now);
    void refuse_media(const Conversation& conversation, Message& message, base::Now now);
    void run_flow(Conversation& conversation, const std::string& integration, base::Now now);
    void offer(const Waiting& waiting, const std::string& agent, base::Now now);
    void offer_next(const std::string& agent, base::Now now);
    void end(Conversation& conversation, DisconnectType type, base::Now now);
    void act(const PersonaAction& action, base::Now now);
    const Integration& integration_of(const Conversation& conversation) const;
    std::string display_name_of(const std::string& agent) const;

    const Organisation& organisation_;
    Conversations conversations_;
    MessageStore messages_;
    Routing routing_;
    Agents agents_;
    Personas personas_;
};

}  // namespace mock
