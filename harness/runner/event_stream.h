// Server-sent events from bytes that come in any pieces.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace runner {

struct ServerEvent {
    std::string id;     // empty: none given
    std::string event;  // empty: none given
    std::string data;   // several data lines are joined by a line break
    friend bool operator==(const ServerEvent&, const ServerEvent&) = default;
};

// The event stream format of the WHATWG HTML standard, section "Server-sent events"; `retry` is ignored.
// Unlike there, an id belongs only to its own event, since every event of our feeds has one.
class EventStream {
  public:
    // The events that these bytes complete.
    std::vector<ServerEvent> push(std::string_view bytes);

  private:
    void take_line(std::string_view line, std::vector<ServerEvent>& complete);

    std::string rest_;  // of the line that has not ended yet
    ServerEvent pending_;
    bool has_data_ = false;
    bool after_carriage_return_ = false;
};

}  // namespace runner
