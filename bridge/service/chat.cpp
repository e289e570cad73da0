#include "bridge/service/chat.h"

namespace bridge {
Chat::Chat(SessionId id, const Settings& settings, const Bot& bot)
    : id_(std::move(id)), settings_(settings), bot_(bot), detector_(settings.poll_every) {}

Chat::Chat(SessionId id, const Settings& settings, const Bot& bot, StoredChat stored, base::Now now)
    : Chat(std::move(id), settings, bot) {
    head_ = std::move(stored.head);
    log_ = SessionLog(std::move(stored.log));
    handover_ = Handover(std::move(stored.handover.facts));
    terms_ = std::move(stored.handover.terms);
    inactivity_.resume(terms_.inactivity.after, stored.handover.inactivity, now);
    dead_letters_ = stored.dead_letters;
    for (auto& [time, message] : stored.seen) dedupe_.remember(std::move(message), time);
    for (OutgoingLine& line : stored.outbox) {
        if (outbox_.is_full()) break;  // written by a version with a larger box; the rest stays stored
        next_outgoing_ = line.number + 1;
        outbox_.push(std::move(line));
    }
    outbox_.doubt();
    const HandoverFacts& facts = handover_.facts();
    const bool cannot_ask =
        outbox_.is_uncertain() && facts.conversation.empty() && head_.conversation.empty();
    if (settings_.uncertain_lines == UncertainLines::Reconcile && cannot_ask)
        outbox_.not_before(now.monotonic + conversation_awaited);
    if (handover_.is_open() && facts.state != HandoverState::Starting && !facts.conversation.empty())
        detector_.resume(now, stored.handover.ended_at);
}

void Chat::begin(Turn& turn) {
    turn.store(head_key(id_), encode(head_));
    turn.trace("session.started", {{"session", id_.text()}});
    bot_says(Say{bot_.greeting()}, turn);
}

void Chat::settle(Turn& turn) {
    if (handover_.facts().state == HandoverState::Wrapping) apply(handover_.settled(), turn);
}

std::optional<base::TimePoint> Chat::next_reading() const {
    return handover_.is_open() ? detector_.next_poll() : std::nullopt;
}

std::optional<base::TimePoint> Chat::next_deadline() const {
    switch (handover_.facts().state) {
        case HandoverState::Wrapping:
            return outbox_.is_empty() ? detector_.gives_up_at() : std::nullopt;
        case HandoverState::Queued:
        case HandoverState::Active:
            return inactivity_.due();
        case HandoverState::Idle:
        case HandoverState::Starting:
        case HandoverState::Completed:
        case HandoverState::Cancelled:
        case HandoverState::Failed:
            return std::nullopt;
    }
    return std::nullopt;
}

void Chat::time_reached(Turn& turn) {
    const auto deadline = next_deadline();
    if (!deadline || *deadline > turn.now().monotonic) return;
    if (handover_.facts().state == HandoverState::Wrapping)
        settle(turn);
    else
        customer_is_silent(turn);
}

bool Chat::is_waiting() const {
    const HandoverState state = handover_.facts().state;
    return state == HandoverState::Starting || state == HandoverState::Queued;
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
        announced(status, turn);
    }
}

void Chat::announced(HandoverStatus status, Turn& turn) {
    switch (status) {
        case HandoverStatus::Queue:
            if (terms_.sends_queue_event) bot_says(bot_.reaction(status), turn);
            return;
        case HandoverStatus::Active:
            if (terms_.sends_active_event) bot_says(bot_.reaction(status), turn);
            return;
        case HandoverStatus::Completed:
        case HandoverStatus::Cancelled:
        case HandoverStatus::Error:
            return conclude(status, turn);
    }
}

// The session is the bot's again. What Genesys did not get by now it shall not get: it would open a new
// conversation for nobody. (Who cancels has sorted that out: the line that tells the agent still goes.)
void Chat::conclude(HandoverStatus status, Turn& turn) {
    if (status != HandoverStatus::Cancelled)
        for (const OutgoingLine& line : outbox_.abandon(handover_.facts().generation))
            bury(line, "the handover has ended", turn);
    detector_.stop();
    inactivity_.stop();
    store_handover(turn);
    head_.transcript_from = log_.next_number();
    turn.store(head_key(id_), encode(head_));
    if (status != HandoverStatus::Completed || terms_.sends_resolve_event)
        bot_says(bot_.reaction(status), turn);
}

void Chat::watch_if_known(Turn& turn) {
    const HandoverFacts& facts = handover_.facts();
    const bool is_known =
        handover_.is_open() && facts.state != HandoverState::Starting && !facts.conversation.empty();
    if (is_known && !detector_.is_watching()) detector_.watch(turn.now().monotonic);
}

// What the handover knows now outlives it: a line of the next one may be asked for there.
void Chat::store_conversation(Turn& turn) {
    store_handover(turn);
    if (head_.conversation == handover_.facts().conversation) return;
    head_.conversation = handover_.facts().conversation;
    turn.store(head_key(id_), encode(head_));
}

void Chat::record(LogLine line, Turn& turn) {
    const LogEntry& entry = log_.append(std::move(line));
    turn.store(log_key(id_, entry.number), encode(entry));
    for (const std::uint64_t number : log_.trim()) turn.erase(log_key(id_, number));
}

void Chat::store_handover(Turn& turn) {
    turn.store(handover_key(id_), encode(StoredHandover{handover_.facts(), detector_.ended_at(), terms_,
                                                        inactivity_.reading()}));
}

}  // namespace bridge
