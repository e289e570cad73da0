// A server-sent-event feed as a browser keeps it: opened again from the last event seen whenever it ends.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "harness/runner/event_stream.h"
#include "harness/runner/world.h"

namespace runner {

inline constexpr base::Duration feed_retry_after = std::chrono::seconds{1};

class Feed {
  public:
    Feed(Place at, std::string target) : at_(at), target_(std::move(target)) {}

    // Takes what has come; true if there is something for the owner or for tend() to do.
    bool absorb(World& world);
    std::vector<ServerEvent> take_events();
    // Opens the feed if it is closed and the time has come.
    void tend(World& world);
    // When tend() has something to do; nullopt while the feed is open.
    std::optional<base::Duration> due() const;

    // Leaves the connection and opens another one behind the last event seen, or from the very beginning.
    void reconnect(base::Duration now);
    void reload(base::Duration now);
    // The other side is said to be back: opens without further waiting.
    void hurry(base::Duration now);

  private:
    Place at_;
    std::string target_;
    std::optional<FeedId> open_;
    EventStream stream_;
    std::vector<ServerEvent> events_;
    std::string last_id_;
    base::Duration due_{};
};

}  // namespace runner
