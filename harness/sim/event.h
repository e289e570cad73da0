// Everything that can be under way in a world.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "foundation/host/host.h"
#include "foundation/http/message.h"
#include "harness/sim/event_queue.h"
#include "harness/sim/exchange.h"

namespace sim {

// At the called origin, whether anybody listens there or not.
struct RequestReaches {
    ExchangeId exchange;
    std::string_view from;  // lives as long as the world
    std::string origin;
    http::Request request;
};
// At the caller, which may have given up.
struct ReplyReaches {
    ExchangeId exchange;
    Reply reply;
};
struct CallExpires {
    ExchangeId exchange;
};
// At the reader of a stream.
struct BytesReach {
    ExchangeId exchange;
    std::string bytes;
};
struct StreamEnds {
    ExchangeId exchange;
    Ending ending;
};
// At the Host: its stream is over.
struct StreamGone {
    MachineIndex machine;
    host::RequestId stream;
};
struct WakeUpDue {
    MachineIndex machine;
};

using Event =
    std::variant<RequestReaches, ReplyReaches, CallExpires, BytesReach, StreamEnds, StreamGone, WakeUpDue>;
using Events = EventQueue<Event>;

}  // namespace sim
