#include "bridge/service/service.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace bridge {

Service::Service(Settings settings, std::uint64_t seed)
    : settings_(std::move(settings)),
      seed_(seed),
      bot_(settings_.bot),
      random_(seed),
      genesys_(settings_.genesys, settings_.calls_per_minute_max) {
    routes_.add("POST", "/chat/{URLToken}/{sessionId}/messages", Route::PostMessage);
    routes_.add("GET", "/chat/{URLToken}/{sessionId}/events", Route::ReadEvents);
    routes_.add("POST", "/handover/genesysCloudOM", Route::TakeWebhook);
    routes_.add("GET", "/live", Route::Alive);
    routes_.add("GET", "/ready", Route::Alive);
}

void Service::handle(host::Input input, base::Now now) {
    Turn turn(now, random_);
    std::visit([&](const auto& specific) { take(specific, turn); }, input);
    pump(turn);
    std::ranges::move(turn.finish(), std::back_inserter(effects_));
}

std::vector<host::Effect> Service::drain() { return std::exchange(effects_, {}); }

std::optional<host::Wakeup> Service::next_wakeup() const {
    std::optional<host::Wakeup> earliest;
    const auto consider = [&](std::optional<base::TimePoint> when, std::string_view why) {
        if (when && (!earliest || *when < earliest->when)) earliest = host::Wakeup{*when, why};
    };
    for (const SessionId& id : busy_) {
        const Chat& chat = chats_.at(id);
        if (const auto when = chat.next_line())
            consider(genesys_.possible_at(*when, CallUse::Line), "a line to Genesys is due");
        if (const auto when = chat.next_reading())
            consider(genesys_.possible_at(*when, CallUse::Look), "a conversation is to be read");
        consider(chat.next_deadline(), "the wait for an agent's last lines is over");
    }
    return earliest;
}

void Service::take(const host::Restored& input, Turn& turn) {
    StoredBridge stored = read_records(input.records);
    const std::uint64_t incarnation = stored.incarnation + 1;
    turn.store(std::string(incarnation_key), std::to_string(incarnation));
    random_ = base::Random(base::derive_seed(seed_, fmt::format("incarnation {}", incarnation)));
    for (const std::string& warning : settings_.warnings) turn.trace("settings.warning", {{"what", warning}});
    for (const std::string& key : stored.unreadable_keys) turn.trace("store.unreadable", {{"key", key}});
    for (auto& [id, chat] : stored.chats) {
        const auto [place, is_new] = chats_.try_emplace(id, id, settings_, bot_, std::move(chat), turn.now());
        changed(place->second, turn);
    }
}

void Service::take(const host::CallFinished& input, Turn& turn) {
    std::visit([&](const auto& outcome) { conclude(outcome, turn); }, genesys_.finished(input, turn));
}

void Service::take(const host::StreamClosed& input, Turn& /*turn*/) { listeners_.closed(input.id); }

void Service::take(const host::TimeReached& /*input*/, Turn& /*turn*/) {}

void Service::conclude(const NothingNew& /*outcome*/, Turn& /*turn*/) {}

void Service::conclude(const AccessFailed& outcome, Turn& turn) {
    const std::vector<SessionId> waiting(busy_.begin(), busy_.end());
    for (const SessionId& id : waiting) {
        Chat& chat = chats_.at(id);
        chat.line_hindered(outcome.failure, outcome.reason, turn);
        if (outcome.access == Access::Token && chat.is_reading_due(turn.now().monotonic))
            chat.conversation_unreadable(chat.handover().facts().generation, turn.now().monotonic);
        changed(chat, turn);
    }
}

void Service::conclude(const LineSent& outcome, Turn& turn) {
    Chat* const chat = find(outcome.session);
    if (chat == nullptr) return;
    chat->line_sent(outcome.number, outcome.conversation, turn);
    changed(*chat, turn);
}

void Service::conclude(const LineMissing& outcome, Turn& /*turn*/) {
    if (Chat* const chat = find(outcome.session)) chat->line_missing(outcome.number);
}

void Service::conclude(const LineFailed& outcome, Turn& turn) {
    Chat* const chat = find(outcome.session);
    if (chat == nullptr) return;
    chat->line_failed(outcome.number, outcome.failure, outcome.reason, turn);
    changed(*chat, turn);
}

void Service::conclude(const ConversationRead& outcome, Turn& turn) {
    Chat* const chat = find(outcome.session);
    if (chat == nullptr) return;
    chat->conversation_read(outcome.generation, outcome.reading, turn);
    changed(*chat, turn);
}

void Service::conclude(const ConversationNotRead& outcome, Turn& turn) {
    Chat* const chat = find(outcome.session);
    if (chat == nullptr) return;
    if (outcome.is_unknown)
        chat->conversation_unknown(outcome.generation, turn);
    else
        chat->conversation_unreadable(outcome.generation, turn.now().monotonic);
    changed(*chat, turn);
}

Chat* Service::find(const SessionId& id) {
    const auto found = chats_.find(id);
    return found == chats_.end() ? nullptr : &found->second;
}

void Service::changed(Chat& chat, Turn& turn) {
    const ConversationId& conversation = chat.handover().facts().conversation;
    if (!conversation.empty()) by_conversation_.insert_or_assign(conversation, chat.id());
    if (chat.is_busy())
        busy_.insert(chat.id());
    else
        busy_.erase(chat.id());
    listeners_.tell(chat.id(), chat.log(), turn);
}

// Who could not be served goes first the next time: otherwise a spent budget would always meet the same ones.
void Service::pump(Turn& turn) {
    std::vector<SessionId> busy(busy_.lower_bound(first_in_turn_), busy_.end());
    busy.insert(busy.end(), busy_.begin(), busy_.lower_bound(first_in_turn_));
    std::optional<SessionId> unserved;
    for (const SessionId& id : busy) {
        Chat& chat = chats_.at(id);
        const std::uint64_t before = chat.log().last_cursor();
        if (pump(chat, turn) == Started::NotYet && !unserved) unserved = id;
        if (chat.log().last_cursor() != before) changed(chat, turn);
    }
    if (unserved) first_in_turn_ = *unserved;
}

// NotYet if something that is due could not be started.
Started Service::pump(Chat& chat, Turn& turn) {
    chat.time_reached(turn);
    const base::TimePoint now = turn.now().monotonic;
    if (const OutgoingLine* line = chat.line_due(now); line != nullptr) {
        const auto asked_in = chat.asks_in();
        const Started started = asked_in ? genesys_.search(chat.id(), *line, *asked_in, turn)
                                         : genesys_.send(chat.id(), *line, turn);
        if (started == Started::NotYet) return started;
        chat.line_started();
    }
    if (!chat.is_reading_due(now)) return Started::Yes;
    const HandoverFacts& facts = chat.handover().facts();
    const Started started = genesys_.read(chat.id(), facts.generation, facts.conversation, turn);
    if (started == Started::Yes) chat.reading_started();
    return started;
}

std::unique_ptr<host::Host> make_service(Settings settings, std::uint64_t seed) {
    return std::make_unique<Service>(std::move(settings), seed);
}

}  // namespace bridge
