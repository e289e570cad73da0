// What the bridge stores, and under which keys. One fact per record, so that a message writes what it changes
// and nothing else:
//
//     bridge/incarnation                 how often a bridge has started on this store
//     session/<id>/head                  who the customer is, where the next transcript begins
//     session/<id>/log/0000000001        one entry of the session's log
//     session/<id>/handover              the handover of the newest generation
//     session/<id>/outbox/0000000001     one line that Genesys does not have yet
//     session/<id>/dead/<message id>     one line that it will never have, and why
//     session/<id>/seen/<message id>     one message of Genesys that was taken, and when
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "bridge/core/outbox.h"
#include "bridge/core/session_log.h"
#include "bridge/service/stored_handover.h"
#include "foundation/host/host.h"

namespace bridge {

struct SessionHead {
    std::string user_id;
    SenderNames names;
    std::uint64_t transcript_from = 1;  // number of the first log entry that the next transcript shows
    bool is_away = false;               // the customer has closed the page
    ConversationId conversation = {};   // the last one that was known
    friend bool operator==(const SessionHead&, const SessionHead&) = default;
};

struct StoredChat {
    SessionHead head;
    std::vector<LogEntry> log;
    StoredHandover handover;
    std::vector<OutgoingLine> outbox;
    std::vector<std::pair<base::UtcTime, GenesysMessageId>> seen;  // oldest first
    std::size_t dead_letters = 0;
};

struct StoredBridge {
    std::uint64_t incarnation = 0;
    std::map<SessionId, StoredChat> chats;
    std::vector<std::string> unreadable_keys;  // what no version of this program has written
};

StoredBridge read_records(const std::vector<host::Record>& records);

inline constexpr std::string_view incarnation_key = "bridge/incarnation";
std::string head_key(const SessionId& session);
std::string log_key(const SessionId& session, std::uint64_t number);
std::string handover_key(const SessionId& session);
std::string outbox_key(const SessionId& session, std::uint64_t number);
std::string dead_key(const SessionId& session, const MessageId& message);
std::string seen_key(const SessionId& session, const GenesysMessageId& message);

std::string encode(const SessionHead& head);
std::string encode(const LogEntry& entry);
std::string encode(const OutgoingLine& line);
std::string encode_seen(base::UtcTime time);
std::string encode_dead(const OutgoingLine& line, std::string_view reason);

}  // namespace bridge
