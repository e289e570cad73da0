// The contract between a program and what runs it. A Host is sans-IO: it receives inputs and returns effects,
// and never touches a socket, a clock, a file, a thread or a random device. Two drivers run any Host:
// foundation/net over real sockets, harness/sim in virtual time.
//
// Rules of the Host:
//   * handle() never blocks, throws or reads the outside; same construction (seed, configuration) and same
//   inputs
//     give the same effects, byte for byte.
//   * Every RequestArrived is answered exactly once, by Respond or AcceptStream, now or later.
//   * Timers are not effects: next_wakeup() is recomputed from state.
// Rules of the driver:
//   * After every handle() it drains completely before the next input. Effects are executed in order.
//   * A Persist is durable before any later effect of the same drain is executed.
//   * Every Call gets exactly one CallFinished, at latest when its timeout is over, unless the process ends
//   first.
//   * Restored is the first input after construction, also when the store is empty.
//   * TimeReached is given when next_wakeup() is due; it may come late, never early.
//   * A StreamClosed follows every AcceptStream exactly once: when the peer has gone, when it reads too
//   slowly (its
//     buffer is full), or after CloseStream.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "foundation/base/ids.h"
#include "foundation/base/time.h"
#include "foundation/http/message.h"

namespace host {

using RequestId = base::Serial<struct RequestTag>;  // given by the driver
using CallId = base::Serial<struct CallTag>;        // given by the Host, unique for the life of the process

enum class TransportFailure {
    Refused,   // nobody listens, the name is unknown, or the connection could not be made
    Broken,    // the connection ended before a complete response came
    TimedOut,  // no complete response within the call's timeout
};
std::string_view name_of(TransportFailure failure);

// One stored fact: the value of a key, or nullopt to erase it. Keys are ordered as bytes.
struct Record {
    std::string key;
    std::optional<std::string> value;
    friend bool operator==(const Record&, const Record&) = default;
};

// --- inputs ---

struct Restored {
    std::vector<Record> records;  // everything that is stored, by key; every value is present
};
struct RequestArrived {
    RequestId id;
    http::Request request;
};
struct CallFinished {
    CallId id;
    std::variant<http::Response, TransportFailure> result;
};
struct StreamClosed {
    RequestId id;  // that of the request which became the stream
};
struct TimeReached {};

using Input = std::variant<Restored, RequestArrived, CallFinished, StreamClosed, TimeReached>;

// --- effects ---

struct Respond {
    RequestId id;
    http::Response response;
};
struct Call {
    CallId id;
    std::string origin;  // "http://127.0.0.1:8080", see http::Url::origin
    http::Request request;
    base::Duration timeout;
};
// Answers the request with 200 and these headers (Content-Type is the Host's to set), and keeps the body
// open.
struct AcceptStream {
    RequestId id;
    http::Headers headers;
};
// Bytes on an open stream; silently nothing if it has closed meanwhile.
struct Send {
    RequestId id;
    std::string bytes;
};
struct CloseStream {
    RequestId id;
};
struct Persist {
    std::vector<Record> records;  // all or nothing
};
// A typed fact about what happened: feeds logs, transcripts, comparison of runs and coverage. Never a secret,
// a token or, unless the event's purpose is to carry it, a text that a customer or agent wrote.
struct Trace {
    std::string event;  // "webhook.attempt"
    std::vector<std::pair<std::string, std::string>> fields;
};

using Effect = std::variant<Respond, Call, AcceptStream, Send, CloseStream, Persist, Trace>;

// When a Host wants TimeReached, and why: the reason is for people who debug.
struct Wakeup {
    base::TimePoint when;
    std::string_view why;  // a literal
};

class Host {
  public:
    Host() = default;
    Host(const Host&) = delete;
    Host& operator=(const Host&) = delete;
    virtual ~Host() = default;

    virtual void handle(Input input, base::Now now) = 0;
    // The effects since the last drain, in order; empty afterwards.
    virtual std::vector<Effect> drain() = 0;
    virtual std::optional<Wakeup> next_wakeup() const = 0;
};

// For std::visit over inputs and effects: std::visit(host::Overloaded{[](const Respond&) {...}, ...},
// effect).
template <class... Callables>
struct Overloaded : Callables... {
    using Callables::operator()...;
};

}  // namespace host
