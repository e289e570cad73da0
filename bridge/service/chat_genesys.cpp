// The part of a session that faces Genesys: lines on their way, webhooks, the watch for the end.
#include "bridge/service/chat.h"

namespace bridge {

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
        store_conversation(turn);
        if (outbox_.is_uncertain()) outbox_.not_before({});  // now Genesys can be asked
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
    if (line.generation != handover_.facts().generation) return;  // the farewell of an earlier handover
    const ConversationId before = handover_.facts().conversation;
    handover_.follow_conversation(conversation);
    if (handover_.facts().conversation != before) store_conversation(turn);
    detector_.line_sent();
    if (line.opens_handover) apply(handover_.accepted(), turn);
    apply(handover_.reopened(), turn);
    watch_if_known(turn);
}

std::optional<ConversationId> Chat::asks_in() const {
    if (settings_.uncertain_lines == UncertainLines::Resend || !outbox_.is_uncertain()) return std::nullopt;
    const ConversationId& current = handover_.facts().conversation;
    const ConversationId& known = current.empty() ? head_.conversation : current;
    return known.empty() ? std::nullopt : std::optional(known);
}

void Chat::line_missing(std::uint64_t number) {
    if (outbox_.awaits(number)) outbox_.is_missing();
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
    if (line.opens_handover)  // what stands behind it would open a conversation without a beginning
        for (const OutgoingLine& next : outbox_.abandon(line.generation)) bury(next, reason, turn);
    if (line.generation != handover_.facts().generation) return;
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

void Chat::look_now(base::TimePoint now) {
    if (handover_.is_open()) detector_.look_now(now);
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

}  // namespace bridge
