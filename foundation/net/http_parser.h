// Bytes of a connection to HTTP/1.x requests, however the bytes are cut.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <variant>

#include "foundation/http/message.h"
#include "foundation/net/limits.h"

namespace net {

enum class HttpVersion { Http10, Http11 };

// How the answer to a request must be framed.
struct Framing {
    HttpVersion version = HttpVersion::Http11;
    bool keep_alive = true;        // what the client asked for, defaults applied
    bool is_head_request = false;  // the answer has no body, whatever its fields say
};

struct ParsedRequest {
    http::Request request;
    Framing framing;
};
struct NeedMoreBytes {
    bool wants_continue =
        false;  // said once per request: the client waits for "100 Continue" before its body
};
// The bytes are not a request that we take; the connection is of no more use after the answer.
struct Rejection {
    int status;
    std::string_view reason;  // a literal
};

// One parser per connection; not thread-safe. After a Rejection it must not be used again.
class HttpParser {
  public:
    using Outcome = std::variant<NeedMoreBytes, ParsedRequest, Rejection>;

    explicit HttpParser(const Limits& limits);
    ~HttpParser();
    HttpParser(const HttpParser&) = delete;
    HttpParser& operator=(const HttpParser&) = delete;

    // Keeps the bytes for next(). The caller bounds them by looking at buffered_bytes().
    void feed(std::string_view bytes);
    // The next complete request, in the order of arrival.
    Outcome next();
    // Bytes that were fed and that no next() has taken.
    std::size_t buffered_bytes() const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace net
