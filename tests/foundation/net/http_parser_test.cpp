#include "foundation/net/http_parser.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace net {
namespace {

using Outcome = HttpParser::Outcome;
using namespace std::string_literals;

const std::string ref_post =
    "POST /messages?x=%20 HTTP/1.1\r\nHost: mock\r\nX-Twice: a\r\nx-twice: b \r\nContent-Length: "
    "5\r\n\r\nhello";
const std::string ref_chunked =
    "POST /up HTTP/1.1\r\nHost: mock\r\nTransfer-Encoding: chunked\r\n\r\n"
    "5;note=1\r\nhello\r\n6\r\n world\r\n0\r\n\r\n";

Outcome parse(std::string_view bytes, Limits limits = {}) {
    HttpParser parser(limits);
    parser.feed(bytes);
    return parser.next();
}

int status_of(const Outcome& outcome) {
    const auto* rejection = std::get_if<Rejection>(&outcome);
    return rejection == nullptr ? 0 : rejection->status;
}

ParsedRequest parsed(const Outcome& outcome) {
    const auto* request = std::get_if<ParsedRequest>(&outcome);
    EXPECT_NE(request, nullptr);
    return request == nullptr ? ParsedRequest{} : *request;
}

bool needs_more(const Outcome& outcome) { return std::holds_alternative<NeedMoreBytes>(outcome); }

TEST(HttpParser, gives_the_request_as_it_was_written) {
    const ParsedRequest request = parsed(parse(ref_post));
    const http::Request ref_request{
        "POST",
        "/messages?x=%20",
        {{"Host", "mock"}, {"X-Twice", "a"}, {"x-twice", "b"}, {"Content-Length", "5"}},
        "hello"};
    EXPECT_EQ(request.request, ref_request);
    EXPECT_EQ(request.framing.version, HttpVersion::Http11);
    EXPECT_TRUE(request.framing.keep_alive);
    EXPECT_FALSE(request.framing.is_head_request);
}

TEST(HttpParser, takes_two_pieces_cut_at_any_byte) {
    for (const std::string& whole : {ref_post, ref_chunked}) {
        for (std::size_t cut = 1; cut < whole.size(); ++cut) {
            HttpParser parser({});
            parser.feed(whole.substr(0, cut));
            ASSERT_TRUE(needs_more(parser.next())) << "cut at " << cut;
            parser.feed(whole.substr(cut));
            const ParsedRequest request = parsed(parser.next());
            ASSERT_TRUE(request.request.body.starts_with("hello")) << "cut at " << cut;
            ASSERT_EQ(parser.buffered_bytes(), 0U);
        }
    }
}

TEST(HttpParser, takes_single_bytes) {
    HttpParser parser({});
    for (const char byte : ref_chunked.substr(0, ref_chunked.size() - 1)) {
        parser.feed(std::string(1, byte));
        ASSERT_TRUE(needs_more(parser.next()));
    }
    parser.feed("\n");
    EXPECT_EQ(parsed(parser.next()).request.body, "hello world");
}

TEST(HttpParser, gives_pipelined_requests_one_after_the_other) {
    HttpParser parser({});
    parser.feed(ref_post + "\r\n" + ref_chunked + ref_post.substr(0, 10));
    EXPECT_EQ(parsed(parser.next()).request.body, "hello");
    EXPECT_EQ(parsed(parser.next()).request.body, "hello world");
    EXPECT_TRUE(needs_more(parser.next()));
    EXPECT_EQ(parser.buffered_bytes(), 10U);
}

TEST(HttpParser, asks_once_for_100_continue_after_the_head) {
    HttpParser parser({});
    parser.feed("POST / HTTP/1.1\r\nHost: m\r\nExpect: 100-Continue\r\nContent-Length: 2\r\n");
    EXPECT_FALSE(std::get<NeedMoreBytes>(parser.next()).wants_continue);
    parser.feed("\r\n");
    EXPECT_TRUE(std::get<NeedMoreBytes>(parser.next()).wants_continue);
    parser.feed("o");
    EXPECT_FALSE(std::get<NeedMoreBytes>(parser.next()).wants_continue);
    parser.feed("k");
    EXPECT_EQ(parsed(parser.next()).request.body, "ok");
}

TEST(HttpParser, reads_how_the_answer_must_be_framed) {
    EXPECT_FALSE(parsed(parse("GET / HTTP/1.1\r\nHost: m\r\nConnection: close\r\n\r\n")).framing.keep_alive);
    EXPECT_TRUE(parsed(parse("HEAD / HTTP/1.1\r\nHost: m\r\n\r\n")).framing.is_head_request);
    const Framing old = parsed(parse("GET / HTTP/1.0\r\n\r\n")).framing;
    EXPECT_EQ(old.version, HttpVersion::Http10);
    EXPECT_FALSE(old.keep_alive);
    EXPECT_TRUE(parsed(parse("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")).framing.keep_alive);
}

TEST(HttpParser, cuts_a_whole_URL_down_to_its_path) {
    EXPECT_EQ(parsed(parse("GET http://mock:80/a?b HTTP/1.1\r\nHost: mock\r\n\r\n")).request.target, "/a?b");
    EXPECT_EQ(parsed(parse("OPTIONS * HTTP/1.1\r\nHost: mock\r\n\r\n")).request.target, "*");
    EXPECT_EQ(status_of(parse("CONNECT mock:443 HTTP/1.1\r\nHost: mock\r\n\r\n")), 400);
}

TEST(HttpParser, passes_unusual_methods_and_fields_on) {
    const auto request = parsed(parse("PROPFIND /a HTTP/1.1\r\nHost: a:\r\nAccept: garbage\r\nCookie: a\r\n"
                                      "Content-Type: json\r\nDate: yesterday\r\n\r\n"))
                             .request;
    EXPECT_EQ(request.method, "PROPFIND");
    EXPECT_EQ(request.headers.get("accept"), "garbage");
    EXPECT_EQ(request.headers.size(), 5U);
}

TEST(HttpParser, rejects_what_is_no_request) {
    const std::vector<std::string> bad{
        "GARBAGE\r\n\r\n",
        "GET /\r\n\r\n",
        "GET / HTTP/1.1\r\nNoColon\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: m\r\nBad Name: x\r\n\r\n",
        "GET /\x01 HTTP/1.1\r\nHost: m\r\n\r\n",
        "GET /a\0b HTTP/1.1\r\nHost: m\r\n\r\n"s,
        "GET / HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: m\r\nHost: n\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: m\r\nContent-Length: abc\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: m\r\nContent-Length: -1\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: m\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: m\r\nContent-Length: 5\r\nContent-Length: 5\r\n\r\nhello",
        "POST / HTTP/1.1\r\nHost: m\r\nTransfer-Encoding: gzip, chunked\r\nContent-Length: 5\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: m\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: m\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n"s,
    };
    for (const std::string& bytes : bad) EXPECT_EQ(status_of(parse(bytes)), 400) << bytes;
}

TEST(HttpParser, rejects_other_versions_with_505) {
    EXPECT_EQ(status_of(parse("GET / HTTP/2.0\r\nHost: m\r\n\r\n")), 505);
}

TEST(HttpParser, bounds_the_head) {
    const Limits limits{.head_bytes_max = 200};
    const std::string big = "GET / HTTP/1.1\r\nHost: m\r\nX: " + std::string(200, 'x');
    EXPECT_EQ(status_of(parse(big, limits)), 431);
    EXPECT_EQ(status_of(parse(big + "\r\n\r\n", limits)), 431);
    EXPECT_EQ(
        status_of(parse("GET / HTTP/1.1\r\nHost: m\r\nX: " + std::string(100, 'x') + "\r\n\r\n", limits)), 0);
}

TEST(HttpParser, bounds_the_body_before_it_comes) {
    const Limits limits{.body_bytes_max = 10};
    const std::string head = "POST / HTTP/1.1\r\nHost: m\r\nContent-Length: ";
    EXPECT_EQ(status_of(parse(head + "11\r\n\r\n", limits)), 413);
    EXPECT_EQ(status_of(parse(head + "99999999999\r\n\r\n", limits)), 413);
    EXPECT_EQ(parsed(parse(head + "10\r\n\r\n0123456789", limits)).request.body, "0123456789");
}

TEST(HttpParser, bounds_a_body_that_comes_in_chunks) {
    const Limits limits{.body_bytes_max = 10};
    EXPECT_EQ(status_of(parse(ref_chunked, limits)), 413);
}

TEST(HttpParser, bounds_the_extension_of_a_chunk) {
    HttpParser parser({.head_bytes_max = 100});
    parser.feed("POST / HTTP/1.1\r\nHost: m\r\nTransfer-Encoding: chunked\r\n\r\n");
    EXPECT_TRUE(needs_more(parser.next()));
    parser.feed("5;" + std::string(200, 'x'));
    EXPECT_EQ(status_of(parser.next()), 431);
}

}  // namespace
}  // namespace net
