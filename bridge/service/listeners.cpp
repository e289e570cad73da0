#include "bridge/service/listeners.h"

#include "bridge/api/chat_channel.h"

namespace bridge {

bool Listeners::is_full(const SessionId& session) const {
    const auto found = cursors_.find(session);
    return found != cursors_.end() && found->second.size() >= listeners_per_session_max;
}

void Listeners::open(host::RequestId id, const SessionId& session, std::uint64_t cursor, Turn& turn) {
    cursors_[session][id] = cursor;
    sessions_.emplace(id, session);
    turn.run(host::AcceptStream{id, event_stream_headers()});
}

void Listeners::closed(host::RequestId id) {
    const auto session = sessions_.extract(id);
    if (session.empty()) return;
    const auto place = cursors_.find(session.mapped());
    place->second.erase(id);
    if (place->second.empty()) cursors_.erase(place);
}

void Listeners::tell(const SessionId& session, const SessionLog& log, Turn& turn) {
    const auto found = cursors_.find(session);
    if (found == cursors_.end()) return;
    for (auto& [id, cursor] : found->second) {
        std::string frames;
        for (const LogEntry* entry : log.events_after(cursor)) {
            frames += event_frame(*entry);
            cursor = entry->cursor;
        }
        if (!frames.empty()) turn.run(host::Send{id, std::move(frames)});
    }
}

}  // namespace bridge
