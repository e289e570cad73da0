// An HTTP/1.1 server on one address: Pistache accepts and reads, everything else is guarded by our own
// Connection.
//
// Pistache 0.0.5 supplies the listening socket, the accept thread and the reading worker threads. Its parser,
// its write queue (keyed by descriptor number, so that an answer can reach the wrong client) and its timeouts
// are not used: bytes go to a Connection, which parses and writes by itself.
#pragma once

#include <cstdint>
#include <expected>
#include <memory>
#include <string>

#include "foundation/net/connection.h"
#include "foundation/net/limits.h"

namespace net {

struct ServerOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 0;  // 0: any free one
    Limits limits;
    unsigned reading_threads = 2;
};

class Server {
  public:
    // Listens and serves at once. The error says what could not be had, for people.
    static std::expected<std::unique_ptr<Server>, std::string> start(const ServerOptions& options,
                                                                     OnRequest on_request);

    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;
    // Stops at once: open connections are dropped. Their Connection objects may be held and used for longer.
    ~Server();

    std::uint16_t port() const;
    // From now on new requests are answered 503 and every answer closes its connection; streams and idle
    // connections end at once.
    void begin_drain();
    // Every request under way is answered and its answer is with the kernel.
    bool settled() const;

  private:
    struct State;
    explicit Server(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace net
