// What one incarnation of a Host has open, and by that whether it keeps its contract: each request answered
// once, no effect on an id that was never given, no call id used twice. A broken rule comes back as a Story
// for people.
#pragma once

#include <expected>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "foundation/host/host.h"
#include "harness/sim/exchange.h"

namespace sim {

class Ledger {
  public:
    using Story = std::string;

    void request_arrived(host::RequestId id, ExchangeId exchange);
    // Respond and AcceptStream: the exchange that is answered by it.
    std::expected<ExchangeId, Story> answered(host::RequestId id);
    std::expected<ExchangeId, Story> accepted(host::RequestId id);
    // Send and CloseStream: nullopt when the stream has closed or is closing, which is no mistake of the
    // Host.
    std::expected<std::optional<ExchangeId>, Story> stream(host::RequestId id, std::string_view effect) const;
    // The stream ends for whatever reason and its StreamClosed is under way: the exchange, or nullopt if it
    // was so before.
    std::optional<ExchangeId> stream_closing(host::RequestId id);
    // The StreamClosed arrives: true the first time, and only for a stream of this incarnation.
    bool stream_closed(host::RequestId id);

    std::optional<Story> check_call(host::CallId id) const;
    void called(host::CallId id, ExchangeId exchange);
    void call_finished(host::CallId id);

    // The requests that are not answered yet, by id.
    const std::map<host::RequestId, ExchangeId>& waiting() const { return waiting_; }
    const std::map<host::CallId, ExchangeId>& calls() const { return calls_; }
    // The streams that are open and not closing, by id.
    std::map<host::RequestId, ExchangeId> open_streams() const;

  private:
    Story unknown_request(host::RequestId id, std::string_view effect) const;

    struct Stream {
        ExchangeId exchange;
        bool closing = false;
    };
    host::RequestId last_request_{};
    std::map<host::RequestId, ExchangeId> waiting_;
    std::map<host::RequestId, Stream> streams_;
    std::set<host::RequestId> ended_streams_;
    std::map<host::CallId, ExchangeId> calls_;
    std::set<host::CallId> used_calls_;
};

}  // namespace sim
