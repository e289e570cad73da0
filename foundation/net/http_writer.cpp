#include "foundation/net/http_writer.h"

#include <fmt/compile.h>
#include <fmt/format.h>

#include <iterator>

namespace net {
namespace {

constexpr std::size_t head_bytes_usual = 512;

bool is_framing_field(std::string_view name) {
    return http::equal_ignoring_case(name, "Content-Length") ||
           http::equal_ignoring_case(name, "Transfer-Encoding") ||
           http::equal_ignoring_case(name, "Connection");
}

bool status_has_body(int status) { return status >= 200 && status != 204 && status != 304; }

std::string begin_head(int status, const http::Headers& headers) {
    std::string head;
    head.reserve(head_bytes_usual);
    fmt::format_to(std::back_inserter(head), FMT_COMPILE("HTTP/1.1 {} {}\r\n"), status,
                   http::reason_phrase(status));
    for (const auto& [name, value] : headers) {
        if (is_framing_field(name) || !http::is_safe_field(name, value)) continue;
        head.append(name).append(": ").append(value).append("\r\n");
    }
    return head;
}

std::string_view connection_field(const Framing& framing) {
    if (!framing.keep_alive) return "Connection: close\r\n";
    return framing.version == HttpVersion::Http10 ? "Connection: keep-alive\r\n" : "";
}

}  // namespace

std::string response_head(const http::Response& response, const Framing& framing) {
    std::string head = begin_head(response.status, response.headers);
    if (status_has_body(response.status))
        fmt::format_to(std::back_inserter(head), FMT_COMPILE("Content-Length: {}\r\n"), response.body.size());
    return head.append(connection_field(framing)).append("\r\n");
}

bool has_body_on_wire(const http::Response& response, const Framing& framing) {
    return !framing.is_head_request && status_has_body(response.status);
}

std::string stream_head(const http::Headers& headers, const Framing& framing) {
    std::string head = begin_head(200, headers);
    if (framing.version == HttpVersion::Http11) head.append("Transfer-Encoding: chunked\r\n");
    return head.append(connection_field(framing)).append("\r\n");
}

std::string stream_piece(std::string_view bytes, const Framing& framing) {
    if (framing.version == HttpVersion::Http10) return std::string(bytes);
    return fmt::format("{:x}\r\n{}\r\n", bytes.size(), bytes);
}

std::string_view stream_end(const Framing& framing) {
    return framing.version == HttpVersion::Http10 ? "" : "0\r\n\r\n";
}

http::Response rejection_response(int status, std::string_view reason) {
    return {status,
            {{"Content-Type", "application/json"}},
            fmt::format(R"({{"error":{{"code":"http.{}","message":"{}"}}}})", status, reason)};
}

}  // namespace net
