// The feed of events as server-sent events: a bounded memory to replay from, and the streams that follow
// live.
#pragma once

#include <cstdint>
#include <deque>
#include <set>
#include <string>
#include <vector>

#include "foundation/host/host.h"
#include "mock-genesys/service/event.h"

namespace mock {

inline constexpr std::size_t feed_events_max = 10'000;
inline constexpr std::size_t feed_streams_max = 64;

// Whether somebody reads the traces that the program's driver gets.
enum class Traces { Told, LeftOut };

class EventFeed {
  public:
    explicit EventFeed(Traces traces = Traces::Told) : traces_(traces) {}

    // Remembers the event; the effects trace it and send it to every open stream.
    std::vector<host::Effect> publish(const Event& event);

    bool is_full() const { return streams_.size() >= feed_streams_max; }
    // Accepts a request as a stream: what came after event number `cursor` and is still remembered, then what
    // comes.
    std::vector<host::Effect> open(host::RequestId request, std::uint64_t cursor);
    void closed(host::RequestId request) { streams_.erase(request); }

  private:
    const Traces traces_;
    // As they go out: one text each, which takes less room and fewer steps to forget than its fields.
    std::deque<std::string> frames_;  // the last has number last_
    std::uint64_t last_ = 0;          // events count from 1
    std::set<host::RequestId> streams_;
};

}  // namespace mock
