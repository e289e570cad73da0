// Outgoing HTTP on one thread (libcurl multi): complete calls and long-lived streams.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

#include "foundation/base/time.h"
#include "foundation/host/host.h"
#include "foundation/http/message.h"

namespace net {

using CallResult = std::variant<http::Response, host::TransportFailure>;

// Any thread may start calls. Callbacks run on the client's own thread and must not block. Redirects are not
// followed, proxies of the environment are not used, HTTP/1.1 is spoken and connections are kept alive.
class HttpClient {
  public:
    HttpClient();
    // Abandons what is under way; no callback runs after this returns.
    ~HttpClient();
    HttpClient(const HttpClient&) = delete;
    HttpClient& operator=(const HttpClient&) = delete;

    // `done` runs exactly once. `timeout` is real time, for the whole exchange.
    void call(const std::string& origin, http::Request request, base::Duration timeout,
              std::function<void(CallResult)> done);

    using StreamId = std::uint64_t;
    // Opens a response that is read as it comes. `on_bytes` runs for each piece of a 200 answer's body;
    // `on_closed` once, when it ends for any reason (never opened included), unless it was closed with
    // close_stream.
    StreamId open_stream(const std::string& origin, http::Request request,
                         std::function<void(std::string_view)> on_bytes, std::function<void()> on_closed);
    // No callback of that stream runs after this returns. Not from a callback.
    void close_stream(StreamId id);

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace net
