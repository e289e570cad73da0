// The names of what goes on in a world: exchanges (calls, whoever makes them) and what external actors hold
// of them.
#pragma once

#include <cstddef>
#include <variant>

#include "foundation/base/ids.h"
#include "foundation/host/host.h"
#include "foundation/http/message.h"

namespace sim {

using Reply = std::variant<http::Response, host::TransportFailure>;
using ReplyId = base::Serial<struct ReplyTag>;    // of an actor's call
using StreamId = base::Serial<struct StreamTag>;  // of an actor's stream

// One call from its start to its end; unique in a world, "#5" in its trace.
using ExchangeId = base::Serial<struct ExchangeTag>;

// The place of a Host in its world, over all its incarnations.
using MachineIndex = std::size_t;

// Who waits for the end of an exchange.
struct HostCaller {
    MachineIndex machine;
    host::CallId call;
};
using Caller = std::variant<HostCaller, ReplyId, StreamId>;

// How a stream ends, as its reader sees it.
enum class Ending {
    Complete,  // the Host closed it
    Broken,    // the Host crashed, or the connection was lost
};

// Whether an actor takes what comes on its stream.
enum class Reading { Stalled, Running };

}  // namespace sim
