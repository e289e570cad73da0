// A client that speaks bytes, so that tests can send what no library would.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "foundation/net/descriptor.h"

namespace net_testing {

inline constexpr std::chrono::seconds patience{20};  // after which a test gives up waiting

struct RawResponse {
    int status = 0;
    std::string head;  // with the status line and the empty line
    std::string body;  // as Content-Length says, or the joined chunks
};

class RawClient {
  public:
    enum class Window { Usual, Small };  // Small: the kernel holds few unread bytes for this client

    explicit RawClient(std::uint16_t port, Window window = Window::Usual);
    explicit RawClient(net::Descriptor socket) : socket_(std::move(socket)) {}

    // False when the peer has broken the connection.
    bool send(std::string_view bytes);
    void end_writing();
    // Closes so that the peer sees a reset.
    void abort();

    // The next response, nullopt at the end of the connection or of patience.
    std::optional<RawResponse> response();
    std::optional<RawResponse> response_to_head();
    // Exactly so many bytes, fewer at the end.
    std::string bytes(std::size_t count);
    std::string until(std::string_view mark);
    // Everything until the peer ends; patience is an error (nullopt).
    std::optional<std::string> rest();

  private:
    enum class Heard { Bytes, End, Silence };
    Heard hear();
    std::optional<RawResponse> head();
    std::string chunked_body();

    net::Descriptor socket_;
    std::string heard_;
};

std::string get(std::string_view target, std::string_view fields = "");
std::string post(std::string_view target, std::string_view body, std::string_view fields = "");

// Two connected stream sockets.
struct SocketPair {
    net::Descriptor ours;
    net::Descriptor theirs;
};
SocketPair socket_pair();

}  // namespace net_testing
