#include "foundation/net/http_parser.h"

#include <algorithm>
#include <boost/asio/buffer.hpp>
#include <boost/beast/core/string.hpp>
#include <boost/beast/http.hpp>
#include <optional>
#include <string>
#include <utility>

#include "foundation/http/uri.h"

namespace net {
namespace {

namespace beast_http = boost::beast::http;
using BeastParser = beast_http::request_parser<beast_http::string_body>;
using BeastRequest = beast_http::request<beast_http::string_body>;
constexpr unsigned version_1_1 = 11;

std::string owned(boost::beast::string_view text) { return {text.data(), text.size()}; }

Rejection rejection_of(boost::beast::error_code error) {
    if (error == beast_http::error::body_limit) return {413, "the request's body is too large"};
    if (error == beast_http::error::header_limit) return {431, "the request's head is too large"};
    if (error == beast_http::error::bad_version) return {505, "only HTTP/1.0 and HTTP/1.1 are spoken here"};
    if (error == beast_http::error::bad_transfer_encoding)
        return {400, "the transfer encoding is not chunked"};
    if (error == beast_http::error::bad_content_length) return {400, "the content length is not a number"};
    if (error == beast_http::error::bad_chunk) return {400, "a chunk is malformed"};
    return {400, "the request is malformed"};
}

// What the parser accepts and we do not: both framings at once is how requests are smuggled (RFC 9112, 6.1),
// and a request of HTTP/1.1 without a host is not one (RFC 9112, 3.2).
std::optional<Rejection> objection_to(const BeastRequest& request) {
    if (request.count(beast_http::field::content_length) != 0 &&
        request.count(beast_http::field::transfer_encoding) != 0)
        return Rejection{400, "both a content length and a transfer encoding are given"};
    if (request.count(beast_http::field::content_length) > 1)
        return Rejection{400, "the content length is given more than once"};
    if (request.version() == version_1_1 && request.count(beast_http::field::host) != 1)
        return Rejection{400, "exactly one Host field is needed"};
    return std::nullopt;
}

// The origin form: "/path?query", also when the client wrote the whole URL (RFC 9112, 3.2.2); empty if it is
// neither.
std::string origin_form(std::string target) {
    if (target.starts_with('/') || target == "*") return target;
    const auto url = http::parse_url(target);
    return url ? url->target : std::string{};
}

http::Headers headers_of(const BeastRequest& request) {
    http::Headers headers;
    for (const auto& field : request) headers.add(owned(field.name_string()), owned(field.value()));
    return headers;
}

HttpParser::Outcome converted(BeastRequest request) {
    ParsedRequest parsed;
    parsed.framing = {.version = request.version() == version_1_1 ? HttpVersion::Http11 : HttpVersion::Http10,
                      .keep_alive = request.keep_alive(),
                      .is_head_request = request.method() == beast_http::verb::head};
    parsed.request.method = owned(request.method_string());
    parsed.request.target = origin_form(owned(request.target()));
    if (parsed.request.target.empty()) return Rejection{400, "the target must be a path or an http URL"};
    parsed.request.headers = headers_of(request);
    parsed.request.body = std::move(request.body());
    return parsed;
}

}  // namespace

struct HttpParser::State {
    Limits limits;
    std::string buffer;
    std::size_t taken = 0;  // of the buffer's front
    std::optional<BeastParser> parser;
    bool said_continue = false;

    std::string_view rest() const { return std::string_view(buffer).substr(taken); }
    void begin_request();
    Outcome step();
    Outcome need_more();
    Outcome finish();
};

HttpParser::HttpParser(const Limits& limits) : state_(std::make_unique<State>()) { state_->limits = limits; }
HttpParser::~HttpParser() = default;

void HttpParser::feed(std::string_view bytes) { state_->buffer.append(bytes); }

std::size_t HttpParser::buffered_bytes() const { return state_->rest().size(); }

HttpParser::Outcome HttpParser::next() {
    State& state = *state_;
    Outcome outcome = state.step();
    state.buffer.erase(0, state.taken);
    state.taken = 0;
    return outcome;
}

void HttpParser::State::begin_request() {
    // Empty lines before a request line are ignored (RFC 9112, 2.2).
    const auto start = rest().find_first_not_of("\r\n");
    taken = start == std::string_view::npos ? buffer.size() : taken + start;
    if (rest().empty()) return;
    parser.emplace();
    parser->eager(true);
    parser->header_limit(static_cast<std::uint32_t>(limits.head_bytes_max));
    parser->body_limit(limits.body_bytes_max);
    said_continue = false;
}

HttpParser::Outcome HttpParser::State::step() {
    if (!parser) begin_request();
    while (parser && !rest().empty()) {
        boost::beast::error_code error;
        const std::size_t used = parser->put(boost::asio::buffer(rest().data(), rest().size()), error);
        taken += used;
        if (error == beast_http::error::need_more) return need_more();
        if (error) return rejection_of(error);
        if (parser->is_done()) return finish();
        if (used == 0) break;
    }
    return need_more();
}

HttpParser::Outcome HttpParser::State::need_more() {
    if (!parser || !parser->is_header_done()) return NeedMoreBytes{};
    // Chunk heads and trailers are the only thing that the parser leaves in the buffer once it has the head.
    if (rest().size() > limits.head_bytes_max) return Rejection{431, "a chunk's head is too large"};
    if (auto objection = objection_to(parser->get())) return *objection;
    if (said_continue) return NeedMoreBytes{};
    const auto expect = parser->get()[beast_http::field::expect];
    said_continue = boost::beast::iequals(expect, "100-continue");
    return NeedMoreBytes{.wants_continue = said_continue};
}

HttpParser::Outcome HttpParser::State::finish() {
    if (auto objection = objection_to(parser->get())) return *objection;
    BeastRequest request = parser->release();
    parser.reset();
    return converted(std::move(request));
}

}  // namespace net
