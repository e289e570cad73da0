// Carries calls between callers and origins: what is under way on each call, when it arrives, what is lost.
//
// Theory of operation. An exchange lives from start() until its caller learns the end (finish) or has gone
// (abandon); what belongs to an exchange that is over arrives and is ignored, as late packets are. Every leg
// asks the Link first. A request that arrives where nobody listens is refused one latency later; refusals are
// not subject to rules. A lost request or response is noticed by the caller's timeout only. A streamed answer
// arrives in pieces, in order; a caller that did not ask for a stream gets them as one response when it ends.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/host/host.h"
#include "harness/sim/clock.h"
#include "harness/sim/event.h"
#include "harness/sim/link.h"
#include "harness/sim/trace_log.h"

namespace sim {

class Network {
  public:
    struct Limits {
        base::Duration latency;
        std::size_t stream_buffer_bytes_max;
    };
    // The referred objects must outlive this.
    Network(Limits limits, Events& events, const Clock& clock, TraceLog& log);

    Link& link() { return link_; }
    // `name` must live as long as this. False if the origin is malformed or taken.
    bool listen(std::string_view origin, MachineIndex machine, std::string_view name);
    std::optional<MachineIndex> listener(std::string_view origin) const;

    // --- the caller's side ---

    // Without timeout (streams), only the opening is limited, by stream_opening_max.
    ExchangeId start(Caller caller, std::string_view from, std::string_view origin, http::Request request,
                     std::optional<base::Duration> timeout);
    // The caller is not interested any more; a streaming Host learns that its peer has gone.
    void abandon(ExchangeId id);

    // --- the called side ---

    void respond(ExchangeId id, http::Response response);
    // The caller learns the failure one latency from now.
    void fail(ExchangeId id, host::TransportFailure failure);
    void accept_stream(ExchangeId id, MachineIndex machine, host::RequestId stream, http::Headers headers);
    enum class Sent { UnderWay, NobodyReads, BufferFull, PieceLost };
    Sent send(ExchangeId id, host::RequestId stream, std::string bytes);
    // The reader learns it after the pieces that are under way.
    void end_stream(ExchangeId id, host::RequestId stream, Ending ending);

    // --- arrivals ---

    // The exchange is over for its caller; nullopt if it was before.
    std::optional<Caller> finish(ExchangeId id);
    // Who reads these bytes that came, nullopt if nobody reads them as they come: then they are kept for the
    // response.
    std::optional<StreamId> arrived(ExchangeId id, const std::string& bytes);
    // The reader took bytes out of the buffer.
    void consumed(ExchangeId id, std::size_t bytes);
    // What a caller that did not ask for a stream gets at its end.
    http::Response collected(ExchangeId id);
    // "client>bridge #5": for the trace.
    std::string label(ExchangeId id) const;

    static constexpr base::Duration stream_opening_max = std::chrono::seconds{60};
    // A client reads no longer response than this: it hangs up.
    static constexpr std::size_t response_bytes_max = 16UL * 1024 * 1024;
    static constexpr base::Duration timeout_max = std::chrono::hours{24 * 365};

  private:
    struct OpenStream {
        MachineIndex machine;
        host::RequestId id;
        http::Headers headers;
        std::string collected;   // unless the caller reads it as it comes
        std::size_t unread = 0;  // bytes sent and not consumed
        base::TimePoint last_arrival{};
    };
    struct Exchange {
        Caller caller;
        std::string_view from;
        std::string_view to;
        std::string method;
        std::string path;
        std::optional<Events::Ticket> expiry;
        std::optional<OpenStream> stream;
    };
    struct Listener {
        MachineIndex machine;
        std::string_view name;
    };

    Exchange* find(ExchangeId id);
    OpenStream* find_stream(ExchangeId id, host::RequestId stream);
    Verdict decide(ExchangeId id, const Exchange& exchange, Leg leg);
    // After everything that is under way on the stream.
    base::TimePoint in_order(OpenStream& stream, base::Duration after) const;

    Limits limits_;
    Events& events_;
    const Clock& clock_;
    TraceLog& log_;
    Link link_;
    std::map<std::string, Listener, std::less<>> listeners_;  // by origin with port
    std::map<ExchangeId, Exchange> exchanges_;
    std::uint64_t next_exchange_ = 1;
};

}  // namespace sim
