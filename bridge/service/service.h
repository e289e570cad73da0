// The bridge as a program: chat channel on one side, Genesys Cloud on the other.
//
// Theory of operation. Every input is handled in one Turn: it changes some sessions, and then pump() starts
// whatever became possible (lines that are due, conversations to be read), so that nobody waits in a list
// that could be forgotten. What is stored goes first in the drain, therefore an acknowledgement, a line that
// is shown and a call always rest on what survives a crash. After a restart everything is read back and
// pump() goes on: a line that was in flight is sent again with its id, a reader reconnects with its cursor, a
// repeated webhook is recognised.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <vector>

#include "bridge/bot/bot.h"
#include "bridge/core/settings.h"
#include "bridge/service/chat.h"
#include "bridge/service/genesys_link.h"
#include "bridge/service/listeners.h"
#include "foundation/host/host.h"
#include "foundation/http/route_table.h"

namespace bridge {

inline constexpr std::size_t sessions_max = 10'000;
inline constexpr std::size_t request_body_bytes_max = 512UL * 1024;

class Service : public host::Host {
  public:
    // The seed gives the ids; a restart on the same store draws others, since the incarnation goes into them.
    Service(Settings settings, std::uint64_t seed);

    void handle(host::Input input, base::Now now) override;
    std::vector<host::Effect> drain() override;
    std::optional<host::Wakeup> next_wakeup() const override;

  private:
    enum class Route { PostMessage, ReadEvents, TakeWebhook, Alive };
    using Request = host::RequestArrived;

    void take(const host::Restored& input, Turn& turn);
    void take(const host::RequestArrived& input, Turn& turn);
    void take(const host::CallFinished& input, Turn& turn);
    void take(const host::StreamClosed& input, Turn& turn);
    void take(const host::TimeReached& input, Turn& turn);

    void post_message(const Request& arrived, const http::Parameters& path, Turn& turn);
    void read_events(const Request& arrived, const http::Parameters& path, Turn& turn);
    void webhook(const Request& arrived, Turn& turn);
    void deliver(const WebhookText& text, Turn& turn);
    void end_event(const Request& arrived, Turn& turn);
    // The session that the path names, if it may be used.
    std::expected<SessionId, ApiError> session_of(const http::Parameters& path) const;
    // Creates it if needed; nullptr when there are too many.
    Chat* open_chat(const SessionId& id, Turn& turn);
    Chat* chat_of(const WebhookText& text);

    void conclude(const NothingNew& outcome, Turn& turn);
    void conclude(const AccessFailed& outcome, Turn& turn);
    void conclude(const LineSent& outcome, Turn& turn);
    void conclude(const LineMissing& outcome, Turn& turn);
    void conclude(const LineFailed& outcome, Turn& turn);
    void conclude(const ConversationRead& outcome, Turn& turn);
    void conclude(const ConversationNotRead& outcome, Turn& turn);

    Chat* find(const SessionId& id);
    // Called for each session that has changed: what it is known by, whether it is busy, who is told.
    void changed(Chat& chat, Turn& turn);
    void pump(Turn& turn);
    Started pump(Chat& chat, Turn& turn);

    Settings settings_;
    std::uint64_t seed_;
    Bot bot_;
    base::Random random_;
    http::RouteTable<Route> routes_;
    GenesysLink genesys_;
    Listeners listeners_;
    std::map<SessionId, Chat> chats_;
    std::map<ConversationId, SessionId> by_conversation_;
    std::set<SessionId> busy_;
    SessionId first_in_turn_;
    std::vector<host::Effect> effects_;
};

std::unique_ptr<host::Host> make_service(Settings settings, std::uint64_t seed);

}  // namespace bridge
