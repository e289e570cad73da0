// TLS in front of the plain server: accepts on a port of its own, takes the encryption off and relays bytes
// to the plain origin, both ways. It knows no HTTP.
#pragma once

#include <cstdint>
#include <expected>
#include <memory>
#include <string>

#include "foundation/base/time.h"

namespace net {

struct TlsEdgeOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 0;        // 0: any free one
    std::string certificate_file;  // PEM
    std::string key_file;          // PEM
    std::string origin_address = "127.0.0.1";
    std::uint16_t origin_port = 0;
    base::Duration handshake_max = std::chrono::seconds(10);  // a client that is silent for longer is dropped
    std::size_t connections_max = 4096;                       // more are closed at once
};

class TlsEdge {
  public:
    // Listens and relays at once, on a thread of its own. The error is a sentence for people.
    static std::expected<std::unique_ptr<TlsEdge>, std::string> start(const TlsEdgeOptions& options);

    TlsEdge(const TlsEdge&) = delete;
    TlsEdge& operator=(const TlsEdge&) = delete;
    // Drops every connection.
    ~TlsEdge();

    std::uint16_t port() const;

  private:
    struct State;
    explicit TlsEdge(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace net
