#include "foundation/net/http_writer.h"

#include <gtest/gtest.h>

#include "foundation/json/json.h"

namespace net {
namespace {

const Framing kept{};
const Framing last{.keep_alive = false};
const Framing of_head{.is_head_request = true};
const Framing old_kept{.version = HttpVersion::Http10};

TEST(HttpWriter, writes_status_fields_and_length) {
    EXPECT_EQ(response_head({429, {{"Retry-After", "3"}}, "slow"}, kept),
              "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 3\r\nContent-Length: 4\r\n\r\n");
}

TEST(HttpWriter, says_whether_the_connection_stays) {
    EXPECT_TRUE(response_head({}, last).contains("\r\nConnection: close\r\n"));
    EXPECT_FALSE(response_head({}, kept).contains("Connection"));
    EXPECT_TRUE(response_head({}, old_kept).contains("\r\nConnection: keep-alive\r\n"));
}

TEST(HttpWriter, owns_the_framing_fields) {
    const http::Response response{
        200, {{"content-length", "999"}, {"Transfer-Encoding", "chunked"}, {"Connection", "upgrade"}}, "ab"};
    EXPECT_EQ(response_head(response, kept), "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n");
}

TEST(HttpWriter, leaves_out_fields_that_break_out_of_their_line) {
    const http::Response response{200, {{"A", "x\r\nB: y"}, {"C D", "z"}, {"E", "f"}}, ""};
    EXPECT_EQ(response_head(response, kept), "HTTP/1.1 200 OK\r\nE: f\r\nContent-Length: 0\r\n\r\n");
}

TEST(HttpWriter, has_no_body_for_HEAD_but_its_length) {
    const http::Response response{200, {}, "four"};
    EXPECT_TRUE(response_head(response, of_head).contains("Content-Length: 4"));
    EXPECT_FALSE(has_body_on_wire(response, of_head));
    EXPECT_TRUE(has_body_on_wire(response, kept));
}

TEST(HttpWriter, has_neither_body_nor_length_for_204_and_304) {
    for (const int status : {204, 304}) {
        const http::Response response{status, {}, "ignored"};
        EXPECT_FALSE(response_head(response, kept).contains("Content-Length"));
        EXPECT_FALSE(has_body_on_wire(response, kept));
    }
}

TEST(HttpWriter, writes_a_stream_in_chunks) {
    EXPECT_EQ(stream_head({{"Content-Type", "text/event-stream"}}, kept),
              "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
    EXPECT_EQ(stream_piece("seventeen letters", kept), "11\r\nseventeen letters\r\n");
    EXPECT_EQ(stream_end(kept), "0\r\n\r\n");
}

TEST(HttpWriter, writes_a_stream_bare_for_HTTP_1_0) {
    const Framing old{.version = HttpVersion::Http10, .keep_alive = false};
    EXPECT_EQ(stream_head({}, old), "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
    EXPECT_EQ(stream_piece("abc", old), "abc");
    EXPECT_EQ(stream_end(old), "");
}

TEST(HttpWriter, explains_a_rejection_in_JSON) {
    const http::Response response = rejection_response(431, "the request's head is too large");
    EXPECT_EQ(response.status, 431);
    EXPECT_EQ(response.headers.get("Content-Type"), "application/json");
    const auto body = json::parse(response.body);
    ASSERT_TRUE(body);
    EXPECT_EQ((*body)["error"]["code"], "http.431");
    EXPECT_EQ((*body)["error"]["message"], "the request's head is too large");
}

}  // namespace
}  // namespace net
