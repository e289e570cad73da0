// One chat session: the bot and the handovers, the log, the lines on their way. It decides what an event
// means for the session and writes down what changes; it makes no calls itself.
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>

#include "bridge/api/chat_channel.h"
#include "bridge/api/webhook.h"
#include "bridge/bot/bot.h"
#include "bridge/core/dedupe.h"
#include "bridge/core/end_detector.h"
#include "bridge/core/handover.h"
#include "bridge/core/inactivity_timer.h"
#include "bridge/core/outbox.h"
#include "bridge/core/session_log.h"
#include "bridge/core/settings.h"
#include "bridge/service/records.h"
#include "bridge/service/turn.h"

namespace bridge {

inline constexpr std::size_t dead_letters_max = 200;  // per session; further ones are only traced

// After a crash, a first message of which nobody knows whether it has arrived waits so long for a webhook
// that names its conversation; there is no other way to ask for it. Genesys repeats a webhook that was
// refused while the bridge was down for 25 s.
inline constexpr base::Duration conversation_awaited = std::chrono::seconds{30};

class Chat {
  public:
    // `settings` and `bot` must outlive it.
    Chat(SessionId id, const Settings& settings, const Bot& bot);
    Chat(SessionId id, const Settings& settings, const Bot& bot, StoredChat stored, base::Now now);

    const SessionId& id() const { return id_; }
    const SessionLog& log() const { return log_; }
    const Handover& handover() const { return handover_; }
    // Something is to be sent or watched.
    bool is_busy() const { return handover_.is_open() || !outbox_.is_empty(); }

    void begin(Turn& turn);
    // The message's id; a repeated one is answered alike and does nothing. A refusal changes nothing.
    std::expected<MessageId, ApiError> customer_said(const ChatMessage& message, Turn& turn);
    void customer_presence(Presence presence, Turn& turn);
    void genesys_said(const WebhookText& webhook, Turn& turn);

    // --- the line that goes to Genesys next ---
    const OutgoingLine* line_due(base::TimePoint now) const { return outbox_.due(now); }
    void line_started() { outbox_.start(); }
    // `number` tells stale results, which do nothing. `conversation` may be empty.
    void line_sent(std::uint64_t number, const ConversationId& conversation, Turn& turn);
    void line_failed(std::uint64_t number, SendFailure failure, std::string_view reason, Turn& turn);
    // Whether Genesys must be asked for the line that is due, and in which conversation.
    std::optional<ConversationId> asks_in() const;
    // Genesys does not have it.
    void line_missing(std::uint64_t number);
    // The line that is due could not even be tried.
    void line_hindered(SendFailure failure, std::string_view reason, Turn& turn);

    // --- the watch for the end ---
    bool is_reading_due(base::TimePoint now) const;
    void reading_started() { detector_.reading(); }
    void conversation_read(unsigned generation, const ConversationReading& reading, Turn& turn);
    void conversation_unknown(unsigned generation, Turn& turn);
    void conversation_unreadable(unsigned generation, base::TimePoint now);

    // Somebody says that the conversation may be over.
    void look_now(base::TimePoint now);

    // When the network shall be used next, and when time alone decides something.
    std::optional<base::TimePoint> next_line() const { return outbox_.next_due(); }
    std::optional<base::TimePoint> next_reading() const;
    std::optional<base::TimePoint> next_deadline() const;
    void time_reached(Turn& turn);

  private:
    // chat_customer.cpp
    void remember_customer(const ChatMessage& message, Turn& turn);
    void ask_bot(const std::string& text, Turn& turn);
    void start_handover(const HandoverNode& node, Turn& turn);
    void said_in_handover(const std::string& text, Turn& turn);
    bool cancels(const std::string& text) const;
    void withdraw(std::string_view why, Turn& turn);
    void accepted_message(Turn& turn);
    void bot_says(const Say& say, Turn& turn);
    void tell_agent(std::string text, Turn& turn);
    void customer_is_silent(Turn& turn);

    // chat_genesys.cpp
    void push(OutgoingLine line, Turn& turn);
    void agent_says(const WebhookText& webhook, Turn& turn);
    void flow_says(const WebhookText& webhook, Turn& turn);
    void keep_late_line(const WebhookText& webhook, Turn& turn);
    void failed(SendFailure failure, std::string_view reason, Turn& turn);
    void bury(const OutgoingLine& line, std::string_view reason, Turn& turn);
    void judge(EndDetector::Verdict verdict, Turn& turn);

    // chat.cpp
    bool is_waiting() const;  // for an agent
    void settle(Turn& turn);
    void apply(const std::optional<Handover::Change>& change, Turn& turn);
    void announced(HandoverStatus status, Turn& turn);
    void conclude(HandoverStatus status, Turn& turn);
    void watch_if_known(Turn& turn);
    void store_conversation(Turn& turn);
    void record(LogLine line, Turn& turn);
    void store_handover(Turn& turn);

    SessionId id_;
    const Settings& settings_;
    const Bot& bot_;
    SessionHead head_;
    SessionLog log_;
    Handover handover_;
    HandoverTerms terms_;
    InactivityTimer inactivity_;
    Outbox outbox_;
    Dedupe dedupe_;
    EndDetector detector_;
    std::uint64_t next_outgoing_ = 1;
    std::size_t dead_letters_ = 0;
};

}  // namespace bridge
