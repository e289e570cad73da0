// Who reads the events of which session, live, and how far each has come.
#pragma once

#include <cstdint>
#include <map>

#include "bridge/core/ids.h"
#include "bridge/core/session_log.h"
#include "bridge/service/turn.h"
#include "foundation/host/host.h"

namespace bridge {

inline constexpr std::size_t listeners_per_session_max = 16;

class Listeners {
  public:
    bool is_full(const SessionId& session) const;
    // Opens the stream for a request; it wants the events behind `cursor`.
    void open(host::RequestId id, const SessionId& session, std::uint64_t cursor, Turn& turn);
    void closed(host::RequestId id);
    // Sends everybody what is new.
    void tell(const SessionId& session, const SessionLog& log, Turn& turn);

  private:
    std::map<SessionId, std::map<host::RequestId, std::uint64_t>> cursors_;
    std::map<host::RequestId, SessionId> sessions_;
};

}  // namespace bridge
