#include "bridge/service/chat.h"

#include <algorithm>

#include "bridge/core/attributes.h"
#include "bridge/core/transcript.h"

namespace bridge {
namespace {

bool is_end(HandoverStatus status) {
    return status == HandoverStatus::Completed || status == HandoverStatus::Cancelled ||
           status == HandoverStatus::Error;
}

}  // namespace

Chat::Chat(SessionId id, const Settings& settings, const Bot& bot)
    : id_(std::move(id)), settings_(settings), bot_(bot), detector_(settings.poll_every) {}

Chat::Chat(SessionId id, const Settings& settings, const Bot& bot, StoredChat stored, base::Now now)
    : Chat(std::move(id), settings, bot) {
    head_ = std::move(stored.head);
    log_ = SessionLog(std::move(stored.log));
    handover_ = Handover(std::move(stored.handover.facts));
    dead_letters_ = stored.dead_letters;
    for (auto& [time, message] : stored.seen) dedupe_.remember(std::move(message), time);
    for (OutgoingLine& line : stored.outbox) {
        if (outbox_.is_full()) break;  // written by a version with a larger box; the rest stays stored
        next_outgoing_ = line.number + 1;
        outbox_.push(std::move(line));
    }
    const HandoverFacts& facts = handover_.facts();
    if (handover_.is_open() && facts.state != HandoverState::Starting && !facts.conversation.empty())
        detector_.resume(now, stored.handover.ended_at);
}

void Chat::begin(Turn& turn) {
    turn.store(head_key(id_), encode(head_));
    turn.trace("session.started", {{"session", id_.text()}});
    bot_says(bot_.greeting(), turn);
}

std::expected<MessageId, ApiError> Chat::customer_said(const ChatMessage& message, Turn& turn) {
    if (!message.id.empty() && log_.has_customer_line(message.id)) {
        turn.trace("chat.duplicate", {{"session", id_.text()}, {"messageId", message.id.text()}});
        return message.id;
    }
    if (outbox_.is_full())
        return std::unexpected(
            ApiError{429, "outbox.full", "too many lines wait for the agent; try again later"});
    MessageId id = message.id.empty() ? MessageId(turn.random().uuid()) : message.id;
    remember_customer(message, turn);
    record(CustomerLine{id, message.text}, turn);
    turn.trace("chat.accepted", {{"session", id_.text()}, {"messageId", id.text()}});
    if (handover_.is_open())
        push({.id = MessageId(turn.random().uuid()), .text = message.text}, turn);
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

void Chat::ask_bot(const std::string& text, Turn& turn) {
    const Bot::Decision decision = bot_.answer(text);
    if (const auto* say = std::get_if<Say>(&decision)) return bot_says(say->text, turn);
    if (const auto* node = std::get_if<HandoverNode>(&decision)) start_handover(*node, turn);
}

void Chat::bot_says(const std::string& text, Turn& turn) {
    if (text.empty()) return;
    record(Output{MessageId(turn.random().uuid()), Source::Bot, text}, turn);
}

void Chat::start_handover(const HandoverNode& node, Turn& turn) {
    bot_says(node.text, turn);
    detector_.stop();
    apply(handover_.start(node.send_resolve_event), turn);
    push({.id = MessageId(turn.random().uuid()),
          .text = transcript(log_, head_.transcript_from),
          .opens_handover = true,
          .attributes = attributes(node, settings_.genesys.queue_id, head_.user_id)},
         turn);
}

void Chat::push(OutgoingLine line, Turn& turn) {
    line.number = next_outgoing_++;
    line.generation = handover_.facts().generation;
    line.time = turn.now().utc;
    if (settings_.genesys.send_profile) line.sender = head_.names;
    turn.store(outbox_key(id_, line.number), encode(line));
    outbox_.push(std::move(line));
}

void Chat::genesys_said(const WebhookText& webhook, Turn& turn) {
    const Turn::Fields fields{{"session", id_.text()},
                              {"messageId", webhook.id.text()},
                              {"from", webhook.originator == Originator::Human ? "agent" : "flow"}};
    if (dedupe_.contains(webhook.id)) return turn.trace("webhook.duplicate", fields);
    for (const GenesysMessageId& forgotten : dedupe_.remember(webhook.id, turn.now().utc))
        turn.erase(seen_key(id_, forgotten));
    turn.store(seen_key(id_, webhook.id), encode_seen(turn.now().utc));
    turn.trace("webhook.accepted", fields);
    if (handover_.facts().conversation.empty() && !webhook.conversation.empty() && handover_.is_open()) {
        handover_.learn_conversation(webhook.conversation);
        store_handover(turn);
    }
    if (webhook.originator == Originator::Flow) return flow_says(webhook, turn);
    if (handover_.is_open())
        agent_says(webhook, turn);
    else
        keep_late_line(webhook, turn);
}

void Chat::agent_says(const WebhookText& webhook, Turn& turn) {
    apply(handover_.agent_spoke(), turn);
    record(Output{MessageId(webhook.id.text()), Source::Agent, webhook.text}, turn);
    watch_if_known(turn);
    const bool was_last_missing = detector_.delivered(webhook.id);
    if (was_last_missing && outbox_.is_empty()) settle(turn);
}

// Text of the flow is not shown to the customer, as the chatbot platform does by default; one text of it
// means that the conversation is in the queue.
void Chat::flow_says(const WebhookText& webhook, Turn& turn) {
    if (webhook.text != settings_.genesys.acceptance_text)
        return turn.trace("flow.hidden", {{"session", id_.text()}, {"messageId", webhook.id.text()}});
    apply(handover_.accepted(), turn);
    watch_if_known(turn);
}

void Chat::keep_late_line(const WebhookText& webhook, Turn& turn) {
    record(LateLine{MessageId(webhook.id.text()), webhook.text}, turn);
    turn.trace("webhook.late", {{"session", id_.text()}, {"messageId", webhook.id.text()}});
}

void Chat::line_sent(std::uint64_t number, const ConversationId& conversation, Turn& turn) {
    if (!outbox_.awaits(number)) return;
    const OutgoingLine line = outbox_.sent();
    turn.erase(outbox_key(id_, line.number));
    turn.trace("outbox.sent", {{"session", id_.text()}, {"messageId", line.id.text()}});
    const ConversationId before = handover_.facts().conversation;
    handover_.follow_conversation(conversation);
    if (handover_.facts().conversation != before) store_handover(turn);
    detector_.line_sent();
    if (line.opens_handover) apply(handover_.accepted(), turn);
    apply(handover_.reopened(), turn);
    watch_if_known(turn);
}

void Chat::line_failed(std::uint64_t number, SendFailure failure, std::string_view reason, Turn& turn) {
    if (outbox_.awaits(number)) failed(failure, reason, turn);
}

void Chat::line_hindered(SendFailure failure, std::string_view reason, Turn& turn) {
    if (outbox_.due(turn.now().monotonic) != nullptr) failed(failure, reason, turn);
}

void Chat::failed(SendFailure failure, std::string_view reason, Turn& turn) {
    detector_.line_sent();
    const Outbox::Verdict verdict = outbox_.failed(failure, turn.now().monotonic, turn.random());
    if (const auto* retry = std::get_if<Outbox::Retry>(&verdict))
        return turn.trace("outbox.retry", {{"session", id_.text()},
                                           {"failures", std::to_string(retry->failures)},
                                           {"reason", std::string(reason)},
                                           {"delay", base::to_seconds_text(retry->delay)}});
    const OutgoingLine& line = std::get<Outbox::DeadLetter>(verdict).line;
    bury(line, reason, turn);
    if (line.opens_handover) apply(handover_.failed(), turn);
    apply(handover_.reopened(), turn);
}

void Chat::bury(const OutgoingLine& line, std::string_view reason, Turn& turn) {
    turn.erase(outbox_key(id_, line.number));
    turn.trace("outbox.dead",
               {{"session", id_.text()}, {"messageId", line.id.text()}, {"reason", std::string(reason)}});
    if (dead_letters_ >= dead_letters_max) return;
    ++dead_letters_;
    turn.store(dead_key(id_, line.id), encode_dead(line, reason));
}

bool Chat::is_reading_due(base::TimePoint now) const {
    const auto when = detector_.next_poll();
    return handover_.is_open() && when && *when <= now;
}

void Chat::conversation_read(unsigned generation, const ConversationReading& reading, Turn& turn) {
    if (generation != handover_.facts().generation || !handover_.is_open()) return;
    judge(detector_.read(reading, dedupe_, !outbox_.is_empty(), turn.now()), turn);
}

void Chat::conversation_unknown(unsigned generation, Turn& turn) {
    if (generation != handover_.facts().generation || !handover_.is_open()) return;
    judge(detector_.read_unknown(!outbox_.is_empty(), turn.now()), turn);
}

void Chat::conversation_unreadable(unsigned generation, base::TimePoint now) {
    if (generation == handover_.facts().generation && handover_.is_open()) detector_.unreadable(now);
}

void Chat::judge(EndDetector::Verdict verdict, Turn& turn) {
    switch (verdict) {
        case EndDetector::Verdict::Live:
            return apply(handover_.reopened(), turn);
        case EndDetector::Verdict::Unsure:
            return;
        case EndDetector::Verdict::Waiting:
            return apply(handover_.ended(), turn);
        case EndDetector::Verdict::Over:
            apply(handover_.ended(), turn);
            return settle(turn);
    }
}

void Chat::settle(Turn& turn) {
    if (handover_.facts().state == HandoverState::Wrapping) apply(handover_.settled(), turn);
}

std::optional<base::TimePoint> Chat::next_call() const {
    const auto line = outbox_.next_due();
    const auto reading = handover_.is_open() ? detector_.next_poll() : std::nullopt;
    if (!line || !reading) return line ? line : reading;
    return std::min(*line, *reading);
}

std::optional<base::TimePoint> Chat::next_deadline() const {
    const bool decides = handover_.facts().state == HandoverState::Wrapping && outbox_.is_empty();
    return decides ? detector_.gives_up_at() : std::nullopt;
}

void Chat::time_reached(Turn& turn) {
    const auto deadline = next_deadline();
    if (deadline && *deadline <= turn.now().monotonic) settle(turn);
}

void Chat::apply(const std::optional<Handover::Change>& change, Turn& turn) {
    if (!change) return;
    store_handover(turn);
    turn.trace("handover.state", {{"session", id_.text()},
                                  {"generation", std::to_string(handover_.facts().generation)},
                                  {"from", std::string(name_of(change->from))},
                                  {"to", std::string(name_of(change->to))}});
    for (const HandoverStatus status : change->announced) {
        record(StatusChange{status, handover_.facts().generation}, turn);
        if (is_end(status)) conclude(status, turn);
    }
}

// The session is the bot's again. What Genesys did not get by now it shall not get: it would open a new
// conversation for nobody.
void Chat::conclude(HandoverStatus status, Turn& turn) {
    for (const OutgoingLine& line : outbox_.abandon()) bury(line, "the handover has ended", turn);
    detector_.stop();
    head_.transcript_from = log_.next_number();
    turn.store(head_key(id_), encode(head_));
    if (status != HandoverStatus::Completed || handover_.facts().tell_bot_when_completed)
        bot_says(bot_.reaction(status), turn);
}

void Chat::watch_if_known(Turn& turn) {
    const HandoverFacts& facts = handover_.facts();
    const bool is_known =
        handover_.is_open() && facts.state != HandoverState::Starting && !facts.conversation.empty();
    if (is_known && !detector_.is_watching()) detector_.watch(turn.now().monotonic);
}

void Chat::record(LogLine line, Turn& turn) {
    const LogEntry& entry = log_.append(std::move(line));
    turn.store(log_key(id_, entry.number), encode(entry));
    for (const std::uint64_t number : log_.trim()) turn.erase(log_key(id_, number));
}

void Chat::store_handover(Turn& turn) {
    turn.store(handover_key(id_), encode(StoredHandover{handover_.facts(), detector_.ended_at()}));
}

}  // namespace bridge
