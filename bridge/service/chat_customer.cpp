// The part of a session that faces the customer: lines and presence, the bot, the ways out of a handover.
#include "bridge/core/attributes.h"
#include "bridge/core/transcript.h"
#include "bridge/service/chat.h"
#include "foundation/host/host.h"

namespace bridge {
namespace {

// The chatbot platform's words.
constexpr std::string_view customer_left = "User left the conversation";
constexpr std::string_view customer_joined = "User joined the conversation";

}  // namespace

std::expected<MessageId, ApiError> Chat::customer_said(const ChatMessage& message, Turn& turn) {
    if (!message.id.empty() && log_.has_customer_line(message.id)) {
        turn.trace("chat.duplicate", {{"session", id_.text()}, {"messageId", message.id.text()}});
        return message.id;
    }
    // Who cancels needs no place in the queue of lines.
    const bool is_line = handover_.is_open() && !cancels(message.text);
    if (is_line && outbox_.is_full())
        return std::unexpected(
            ApiError{429, "outbox.full", "too many lines wait for the agent; try again later"});
    MessageId id = message.id.empty() ? MessageId(turn.random().uuid()) : message.id;
    remember_customer(message, turn);
    record(CustomerLine{id, message.text}, turn);
    turn.trace("chat.accepted", {{"session", id_.text()}, {"messageId", id.text()}});
    if (handover_.is_open())
        said_in_handover(message.text, turn);
    else
        ask_bot(message.text, turn);
    return id;
}

void Chat::remember_customer(const ChatMessage& message, Turn& turn) {
    SessionHead head = head_;
    head.user_id = message.user_id;
    if (!message.names.first.empty()) head.names.first = message.names.first;
    if (!message.names.last.empty()) head.names.last = message.names.last;
    if (head == head_) return;
    head_ = std::move(head);
    turn.store(head_key(id_), encode(head_));
}

void Chat::customer_presence(Presence presence, Turn& turn) {
    const bool is_away = presence == Presence::Disconnected;
    if (is_away == head_.is_away) return;
    head_.is_away = is_away;
    turn.store(head_key(id_), encode(head_));
    turn.trace("chat.presence", {{"session", id_.text()}, {"away", is_away ? "true" : "false"}});
    // A line behind the agent's leave would begin a new conversation.
    const bool is_told =
        terms_.sends_presence && handover_.is_open() && handover_.facts().state != HandoverState::Wrapping;
    if (is_told) tell_agent(std::string(is_away ? customer_left : customer_joined), turn);
}

void Chat::ask_bot(const std::string& text, Turn& turn) {
    const Bot::Decision decision = bot_.answer(text);
    if (const auto* say = std::get_if<Say>(&decision)) return bot_says(*say, turn);
    if (const auto* node = std::get_if<HandoverNode>(&decision)) start_handover(*node, turn);
}

void Chat::start_handover(const HandoverNode& node, Turn& turn) {
    // Lines of earlier handovers are still on their way.
    if (outbox_.is_full()) return bot_says(bot_.reaction(HandoverStatus::Error), turn);
    terms_ = node.terms;
    accepted_message(turn);
    detector_.stop();
    inactivity_.start(terms_.inactivity.after, turn.now());
    apply(handover_.start(), turn);
    push({.id = MessageId(turn.random().uuid()),
          .text = transcript(log_, head_.transcript_from),
          .opens_handover = true,
          .attributes = attributes(node, settings_.genesys.queue_id, head_.user_id)},
         turn);
}

void Chat::accepted_message(Turn& turn) {
    if (terms_.text.empty()) return;
    Output output{MessageId(turn.random().uuid()), Source::Bot, terms_.text};
    if (!terms_.quick_reply.empty()) output.quick_replies.push_back(terms_.quick_reply);
    record(std::move(output), turn);
}

void Chat::said_in_handover(const std::string& text, Turn& turn) {
    if (cancels(text)) return withdraw("the customer", turn);
    push({.id = MessageId(turn.random().uuid()), .text = text}, turn);
    if (terms_.inactivity.after > base::Duration::zero()) {
        inactivity_.start(terms_.inactivity.after, turn.now());
        store_handover(turn);
    }
    if (terms_.repeats_text && is_waiting()) accepted_message(turn);
}

bool Chat::cancels(const std::string& text) const {
    const bool is_quick_reply = !terms_.quick_reply.empty() && text == terms_.quick_reply;
    return is_quick_reply || (!terms_.cancel_intent.empty() && bot_.has_intent(terms_.cancel_intent, text));
}

// Ends the handover on the customer's side. Genesys has no word for that among the permissions that the setup
// guide lists (Open Messaging: only an agent or the flow ends a conversation), so the agent is told in a
// line, if Genesys may know of the handover at all. While Wrapping there is nothing left to cancel.
void Chat::withdraw(std::string_view why, Turn& turn) {
    const HandoverFacts& facts = handover_.facts();
    if (facts.state == HandoverState::Wrapping) return;
    const bool genesys_may_know = facts.state != HandoverState::Starting || outbox_.is_in_flight();
    for (const OutgoingLine& line : outbox_.abandon(facts.generation))
        bury(line, "the handover was cancelled", turn);
    if (genesys_may_know && terms_.sends_presence) tell_agent(std::string(customer_left), turn);
    turn.trace("handover.withdrawn", {{"session", id_.text()}, {"by", std::string(why)}});
    apply(handover_.cancelled(), turn);
}

void Chat::bot_says(const Say& say, Turn& turn) {
    if (say.text.empty()) return;
    if (!handover_.is_open() || say.destination != Destination::AgentOnly)
        record(Output{MessageId(turn.random().uuid()), Source::Bot, say.text}, turn);
    if (handover_.is_open() && say.destination != Destination::UserOnly) tell_agent("Bot: " + say.text, turn);
}

void Chat::tell_agent(std::string text, Turn& turn) {
    if (outbox_.is_full()) return turn.trace("outbox.full", {{"session", id_.text()}});
    push({.id = MessageId(turn.random().uuid()), .text = std::move(text)}, turn);
}

void Chat::customer_is_silent(Turn& turn) {
    const unsigned count = inactivity_.expire(turn.now());
    const std::vector<Inactivity::Strike> strikes = terms_.inactivity.strikes;
    if (count >= strikes.size()) inactivity_.rest();
    store_handover(turn);
    turn.trace("handover.inactivity", {{"session", id_.text()}, {"count", std::to_string(count)}});
    if (count > strikes.size()) return;
    std::visit(host::Overloaded{[&](const Say& say) { bot_says(say, turn); },
                                [&](const CloseHandover&) { withdraw("inactivity", turn); }},
               strikes[count - 1]);
}

}  // namespace bridge
