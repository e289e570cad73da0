// One accepted connection: bytes in, requests out, answers back.
//
// Theory of operation. The transport (Pistache) owns a descriptor of the socket and only ever reads from it.
// A Connection owns a second descriptor of the same socket and only ever writes to that, so an answer can
// reach nobody but the peer who asked: when the transport has closed its descriptor and the kernel has given
// the number to somebody else, ours still names the old socket. A connection is in one of four phases:
//
//     Reading --complete request--> Answering --respond()--> Reading | Closing
//                                   Answering --open_stream()--> Streaming --close_stream()--> Reading |
//                                   Closing
//     any --malformed bytes--> Closing
//
// At most one request is unanswered; what the peer sends meanwhile waits in the parser. What the socket does
// not take at once waits in `outgoing` and is finished by the Caretaker's thread; the next request is only
// taken up when it is empty. So one peer occupies bounded memory, and a peer that does not read delays
// nobody.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "foundation/http/message.h"
#include "foundation/net/descriptor.h"
#include "foundation/net/http_parser.h"
#include "foundation/net/limits.h"
#include "foundation/net/socket_write.h"

namespace net {

class Connection;
class Caretaker;
using RealTime = std::chrono::steady_clock::time_point;

// Called without locks held, on whatever thread completed the request. Exactly one respond() or open_stream()
// of that connection must follow, from any thread, also at once.
using OnRequest = std::function<void(std::shared_ptr<Connection>, http::Request)>;

// What all connections of a server share; must outlive them.
struct ConnectionSetup {
    Limits limits;
    OnRequest on_request;
    std::shared_ptr<Caretaker> caretaker;
};

class Connection : public std::enable_shared_from_this<Connection> {
  public:
    Connection(Descriptor socket, std::shared_ptr<const ConnectionSetup> setup);
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    ~Connection();

    // --- from the transport ---
    void receive(std::string_view bytes);
    // Nothing more will be received; what is unanswered still gets its answer.
    void reader_gone();
    // Answers 503 and closes, without taking any request.
    void refuse();

    // --- from whoever got the request ---
    void respond(const http::Response& response);
    // `on_gone` runs once, when the peer is gone, reads too slowly or the process stops, but not after
    // close_stream(). It runs with the connection locked: it may enqueue, and must not call back.
    void open_stream(const http::Headers& headers, std::function<void()> on_gone);
    void send(std::string_view bytes);
    void close_stream();

    // --- from the Caretaker and the server ---
    enum class Flushed { Done, Waiting };
    // Writes what waits. Done: nothing waits any more, or the connection is dead.
    Flushed flush();
    // Drops a connection that has idled, stalled or lingered for too long.
    void expire(RealTime now);
    // From now on every answer is the last one of its connection; an idle connection is closed at once.
    void retire();
    void drop();
    // No request is unanswered and every answer is with the kernel.
    bool settled() const;
    int descriptor() const { return socket_.number(); }

  private:
    using Lock = std::unique_lock<std::mutex>;
    enum class Phase { Reading, Answering, Streaming, Closing };

    void pump(Lock lock);
    std::optional<http::Request> next_request();
    std::optional<http::Request> take(NeedMoreBytes need);
    std::optional<http::Request> take(ParsedRequest parsed);
    std::optional<http::Request> take(Rejection rejection);
    void finish_exchange();
    void write(std::string_view head, std::string_view body = {});
    void write_piece(std::string_view bytes, Next next);
    void end_output();
    void die();

    const Descriptor socket_;
    const std::shared_ptr<const ConnectionSetup> setup_;
    mutable std::mutex mutex_;  // guards everything below
    HttpParser parser_;
    Phase phase_ = Phase::Reading;
    Framing framing_;  // of the request being answered
    std::string outgoing_;
    std::function<void()> on_gone_;
    RealTime phase_began_;
    RealTime last_progress_;
    bool watched_ = false;  // the Caretaker polls for room in the socket
    bool pumping_ = false;
    bool retiring_ = false;
    bool reader_gone_ = false;
    bool dead_ = false;
};

}  // namespace net
