// Responses as bytes. Framing (Content-Length, Transfer-Encoding, Connection) is this file's and never the
// Host's.
#pragma once

#include <string>
#include <string_view>

#include "foundation/http/message.h"
#include "foundation/net/http_parser.h"

namespace net {

// Everything up to and including the empty line. Fields that could break out of their line are left out.
std::string response_head(const http::Response& response, const Framing& framing);

// False for HEAD, 204, 304 and 1xx: then the body must not be sent.
bool has_body_on_wire(const http::Response& response, const Framing& framing);

// The head of a 200 whose body stays open: in chunks for HTTP/1.1, until the connection closes for HTTP/1.0.
std::string stream_head(const http::Headers& headers, const Framing& framing);
// Bytes of such a body, which must not be empty: an empty chunk would be the last.
std::string stream_piece(std::string_view bytes, const Framing& framing);
// What ends it; empty for HTTP/1.0.
std::string_view stream_end(const Framing& framing);

// The small JSON answer of the HTTP layer itself, for requests that no Host sees.
http::Response rejection_response(int status, std::string_view reason);

inline constexpr std::string_view continue_line = "HTTP/1.1 100 Continue\r\n\r\n";

}  // namespace net
