#include "mock-genesys/core/platform.h"

#include <algorithm>
#include <utility>

#include "foundation/base/check.h"
#include "mock-genesys/core/flows.h"

namespace mock {
namespace {

// The agent who had the customer last, or empty.
std::string last_agent(const Conversation& conversation) {
    std::string last;
    for (const Participant& participant : conversation.participants)
        if (participant.purpose == Purpose::Agent) last = participant.agent;
    return last;
}

Message message_from(InboundMessage inbound, const Conversation& conversation) {
    Message message;
    message.conversation = conversation.id;
    message.integration = conversation.integration;
    message.direction = Direction::Inbound;
    message.status = MessageStatus::Received;
    message.time = inbound.time;
    message.customer = std::move(inbound.from);
    message.provider_message_id = std::move(inbound.provider_message_id);
    message.custom_attributes = std::move(inbound.custom_attributes);
    message.text = std::move(inbound.text);
    message.content = std::move(inbound.content);
    if (inbound.button) message.structured.emplace_back(*std::move(inbound.button));
    message.metadata = std::move(inbound.metadata);
    return message;
}

}  // namespace

Platform::Platform(const Organisation& organisation, std::uint64_t seed)
    : organisation_(organisation),
      conversations_(organisation.switches.threading_window, seed),
      messages_(seed),
      routing_(organisation.queues),
      agents_(organisation.users),
      personas_(organisation.users) {}

const Message& Platform::receive(const Integration& integration, InboundMessage inbound, base::Now now) {
    if (organisation_.switches.repeated_message_id == RepeatedMessageId::Ignore)
        if (const Message* const first = messages_.find_repeated(integration.id, inbound)) return *first;
    if (!inbound.content.empty())
        drop_disallowed(content_profile_of(organisation_, integration), inbound.content);
    const auto [conversation, entry] = conversations_.enter(integration.id, inbound.from, now);
    const Message& stored = messages_.add(message_from(std::move(inbound), conversation));
    const MessageId id = stored.id;
    append_inbound(conversation, stored, now);
    if (entry != Conversations::Entry::Live) run_flow(conversation, integration.name, now);
    return *messages_.find(id);
}

// The customer's name and attributes are what the newest message says; an attribute that it does not name
// stays.
void Platform::append_inbound(Conversation& conversation, const Message& message, base::Now now) {
    Participant& customer = conversation.customer_participant();
    customer.current().messages.push_back(message.id);
    conversation.messages.push_back(message.id);
    if (message.custom_attributes)
        for (const auto& [key, value] : *message.custom_attributes) customer.attributes[key] = value;
    const std::string agent = connected_agent(conversation);
    conversations_.note(InboundAppended{message.id, agent, customer.attributes});
    if (!agent.empty())
        personas_.customer_wrote(agent, conversation.id, visible_text(message), now.monotonic);
}

Message& Platform::append_outbound(Conversation& conversation, Participant& author, OriginatingEntity entity,
                                   SendResponse what, base::Now now) {
    Message message;
    message.conversation = conversation.id;
    message.integration = conversation.integration;
    message.direction = Direction::Outbound;
    message.originating_entity = entity;
    message.status = MessageStatus::Queued;
    message.time = now.utc;
    message.customer = conversation.customer;
    message.agent = author.agent;
    if (!what.text.empty()) message.text = std::move(what.text);
    message.content = std::move(what.content);
    message.structured = std::move(what.structured);
    Message& stored = messages_.add(std::move(message));
    author.current().messages.push_back(stored.id);
    conversation.messages.push_back(stored.id);
    refuse_media(conversation, stored, now);
    if (stored.status == MessageStatus::Queued) conversations_.note(OutboundAppended{stored.id});
    return stored;
}

// Disallowed outbound media stops the message ("Supported content profiles", help centre).
void Platform::refuse_media(const Conversation& conversation, Message& message, base::Now now) {
    if (message.content.empty()) return;
    auto reason =
        refuse_outbound(content_profile_of(organisation_, integration_of(conversation)), message.content);
    if (!reason) return;
    message.receipts.push_back({ReceiptStatus::Failed, {*std::move(reason)}, true, now.utc});
    set_status(message, MessageStatus::Failed);
}

void Platform::run_flow(Conversation& conversation, const std::string& integration, base::Now now) {
    const Flow* const flow = find_flow(organisation_, integration);
    if (flow == nullptr) return;
    const FlowRun result = run(*flow);
    Participant& workflow = conversations_.join(
        conversation, {Purpose::Workflow, flow->name, {}, {}, CommunicationState::Connected}, now);
    for (const SendResponse& response : result.responses)
        append_outbound(conversation, workflow, OriginatingEntity::Bot, response, now);
    const auto* const transfer = std::get_if<TransferredToQueue>(&result.exit);
    if (transfer == nullptr) {
        conversations_.leave(conversation, workflow, DisconnectType::Client, now);
        return end(conversation, DisconnectType::Peer, now);
    }
    conversations_.leave(conversation, workflow, DisconnectType::Transfer, now);
    const std::string& queue = transfer->queue;
    conversations_.join(conversation, {Purpose::Acd, queue, {}, queue, CommunicationState::Connected}, now);
    const Waiting waiting{conversation.id, queue, last_agent(conversation)};
    routing_.enqueue(waiting);
    const auto agent =
        routing_.agent_for(waiting, [this](const std::string& name) { return agents_.idle_rank(name); });
    if (agent) offer(waiting, *agent, now);
}

void Platform::offer(const Waiting& waiting, const std::string& agent, base::Now now) {
    Conversation* const conversation = conversations_.find(waiting.conversation);
    base::check(conversation != nullptr, "only known conversations wait");
    // NOLINTNEXTLINE(clang-analyzer-core.CallAndMessage): the check above does not return then
    base::check(conversation->is_live(), "only live conversations wait");
    routing_.remove(waiting.conversation);
    agents_.alert(agent, waiting.conversation);
    conversations_.join(
        *conversation,
        {Purpose::Agent, display_name_of(agent), agent, waiting.queue, CommunicationState::Alerting}, now);
    personas_.alerted(agent, waiting.conversation, now.monotonic);
}

void Platform::offer_next(const std::string& agent, base::Now now) {
    if (!agents_.idle_rank(agent)) return;
    if (const auto waiting = routing_.next_for(agent)) offer(*waiting, agent, now);
}

void Platform::set_on_queue(const std::string& agent, bool on_queue, base::Now now) {
    agents_.set_on_queue(agent, on_queue);
    offer_next(agent, now);
}

Platform::AgentResult Platform::accept(const std::string& agent,
                                       const std::optional<ConversationId>& conversation, base::Now now) {
    const AgentResult accepted = agents_.accept(agent, conversation);
    if (!accepted) return accepted;
    Conversation& live = *conversations_.find(*accepted);
    if (Participant* const acd = find_present(live, Purpose::Acd))
        conversations_.leave(live, *acd, DisconnectType::Transfer, now);
    conversations_.connect(live, *find_present(live, Purpose::Agent), now);
    const auto& lines = live.customer_participant().current().messages;
    const Message* const newest = lines.empty() ? nullptr : messages_.find(lines.back());
    personas_.connected(agent, live.id, newest == nullptr ? "" : visible_text(*newest), now.monotonic);
    return accepted;
}

std::expected<Platform::Said, AgentRefusal> Platform::say(const std::string& agent,
                                                          const std::optional<ConversationId>& conversation,
                                                          std::string text, base::Now now) {
    return send(agent, conversation, {std::move(text)}, now);
}

std::expected<Platform::Said, AgentRefusal> Platform::send(const std::string& agent,
                                                           const std::optional<ConversationId>& conversation,
                                                           SendResponse what, base::Now now) {
    const AgentResult chosen = agents_.choose_connected(agent, conversation);
    if (!chosen) return std::unexpected(chosen.error());
    Conversation& live = *conversations_.find(*chosen);
    Participant& author = *find_present(live, Purpose::Agent);
    const Message& message = append_outbound(live, author, OriginatingEntity::Human, std::move(what), now);
    personas_.agent_wrote(agent, live.id, now.monotonic);
    return Said{live.id, message.id};
}

Platform::AgentResult Platform::type(const std::string& agent,
                                     const std::optional<ConversationId>& conversation) {
    AgentResult chosen = agents_.choose_connected(agent, conversation);
    if (!chosen) return chosen;
    if (typing_of(organisation_, integration_of(*conversations_.find(*chosen))).outbound)
        conversations_.note(AgentTyped{messages_.new_id(), *chosen, agent});
    return chosen;
}

Platform::AgentResult Platform::disconnect(const std::string& agent,
                                           const std::optional<ConversationId>& conversation, base::Now now) {
    AgentResult chosen = agents_.choose_connected(agent, conversation);
    if (!chosen) return chosen;
    Conversation& live = *conversations_.find(*chosen);
    Participant& leaving = *find_present(live, Purpose::Agent);
    leaving.wrap_up_required = true;
    conversations_.leave(live, leaving, DisconnectType::Client, now);
    agents_.release(agent, live.id);
    personas_.left(agent, live.id, now.monotonic);
    end(live, DisconnectType::Peer, now);
    offer_next(agent, now);
    return chosen;
}

// Whoever is still there, waiting or alerting, is let go.
void Platform::end(Conversation& conversation, DisconnectType type, base::Now now) {
    routing_.remove(conversation.id);
    std::string released;
    if (Participant* const agent = find_present(conversation, Purpose::Agent)) {
        released = agent->agent;
        agent->wrap_up_required = agent->state() == CommunicationState::Connected;
        agents_.release(released, conversation.id);
        personas_.left(released, conversation.id, now.monotonic);
    }
    conversations_.end(conversation, type, now);
    if (!released.empty()) offer_next(released, now);
}

Platform::AgentResult Platform::wrap_up(const std::string& agent, const std::string& code,
                                        const std::optional<ConversationId>& conversation, base::Now now) {
    const auto& codes = organisation_.wrap_up_codes;
    if (std::ranges::find(codes, code, &WrapUpCode::name) == codes.end())
        return std::unexpected(AgentRefusal::WrapUpCodeUnknown);
    AgentResult wrapped = agents_.wrap_up(agent, conversation);
    if (!wrapped) return wrapped;
    Conversation* const over = conversations_.find(*wrapped);
    if (over == nullptr) return wrapped;  // forgotten meanwhile
    for (Participant& participant : over->participants)
        if (participant.agent == agent && participant.wrap_up_required) {
            participant.wrap_up_required = false;
            participant.wrap_up = WrapUp{code, now.utc};
        }
    return wrapped;
}

bool Platform::report(const Integration& integration, const MessageId& id, Receipt receipt) {
    Message* const message = messages_.find(id);
    if (message == nullptr || message->integration != integration.id ||
        message->direction != Direction::Outbound)
        return false;
    const ReceiptStatus status = receipt.status;
    if (message->receipts.size() < receipts_max) message->receipts.push_back(std::move(receipt));
    set_status(*message, status_after(message->status, status));
    return true;
}

void Platform::customer_types(const Integration& integration, const std::string& from) {
    if (!typing_of(organisation_, integration).inbound) return;
    if (const Conversation* const live = conversations_.find_live(integration.id, from))
        conversations_.note(CustomerTyped{live->id, from, connected_agent(*live)});
}

void Platform::set_status(Message& message, MessageStatus status) {
    if (message.status == status) return;
    message.status = status;
    conversations_.note(MessageStatusChanged{message.id});
}

void Platform::set_queue_members(const std::string& queue, const std::vector<std::string>& members,
                                 base::Now now) {
    routing_.set_members(queue, members);
    for (const std::string& member : members) offer_next(member, now);
}

void Platform::rename_queue(const std::string& from, const std::string& to) {
    routing_.rename_queue(from, to);
    conversations_.rename_queue(from, to);
}

bool Platform::is_queue_active(std::string_view queue) const {
    return std::ranges::any_of(conversations_.by_age(), [&](const ConversationId& id) {
        return std::ranges::any_of(find_conversation(id)->participants, [&](const Participant& participant) {
            return participant.queue == queue && participant.state() != CommunicationState::Disconnected;
        });
    });
}

bool Platform::has_conversation_of(const IntegrationId& integration) const {
    return std::ranges::any_of(conversations_.by_age(), [&](const ConversationId& id) {
        return find_conversation(id)->integration == integration;
    });
}

// A receipt may have come before the answer to the webhook that it is about.
void Platform::delivered(const MessageId& id) {
    Message* const message = messages_.find(id);
    if (message != nullptr && message->status == MessageStatus::Queued)
        set_status(*message, MessageStatus::Sent);
}

void Platform::undeliverable(const MessageId& id, std::string why, base::Now now) {
    Message* const message = messages_.find(id);
    if (message == nullptr) return;
    message->error = std::move(why);
    set_status(*message, MessageStatus::Failed);
    if (organisation_.switches.webhook_exhausted == WebhookExhausted::MessageFailed) return;
    Conversation* const conversation = conversations_.find(message->conversation);
    if (conversation != nullptr && conversation->is_live())
        end(*conversation, DisconnectType::TransportFailure, now);
}

std::vector<const Message*> Platform::messages_of(const Conversation& conversation) const {
    std::vector<const Message*> messages;
    for (const MessageId& id : conversation.messages)
        if (const Message* const message = messages_.find(id)) messages.push_back(message);
    return messages;
}

void Platform::advance(base::Now now) {
    while (const auto action = personas_.take_due(now.monotonic)) act(*action, now);
}

// What has become impossible since it was planned is dropped; each case tells whether it was still possible.
void Platform::act(const PersonaAction& action, base::Now now) {
    struct {
        Platform& platform;
        const PersonaAction& action;
        base::Now now;
        bool operator()(const AcceptPlanned&) const {
            return platform.accept(action.agent, action.conversation, now).has_value();
        }
        bool operator()(const SayPlanned& say) const {
            return platform.say(action.agent, action.conversation, say.text, now).has_value();
        }
        bool operator()(const DisconnectPlanned&) const {
            return platform.disconnect(action.agent, action.conversation, now).has_value();
        }
        bool operator()(const WrapUpPlanned& wrap_up) const {
            return platform.wrap_up(action.agent, wrap_up.code, action.conversation, now).has_value();
        }
    } const performer{*this, action, now};
    std::visit(performer, action.what);
}

const Integration& Platform::integration_of(const Conversation& conversation) const {
    const auto found =
        std::ranges::find(organisation_.integrations, conversation.integration, &Integration::id);
    base::check(found != organisation_.integrations.end(), "a conversation belongs to an integration");
    return *found;
}

std::string Platform::display_name_of(const std::string& agent) const {
    const auto user = std::ranges::find(organisation_.users, agent, &User::name);
    return user == organisation_.users.end() ? agent : user->display_name;
}

}  // namespace mock
