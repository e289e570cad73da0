#include "foundation/net/transfer.h"

#include <curl/curl.h>
#include <gtest/gtest.h>

#include "tests/foundation/net/scripted_peer_testing.h"

namespace net {
namespace {

using host::TransportFailure;
using net_testing::RawClient;
using net_testing::ScriptedPeer;

constexpr base::Duration timeout = std::chrono::seconds(20);
constexpr std::string_view ref_answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

// What a peer hears when this request is sent to it.
std::string heard_by_peer(http::Request request) {
    std::string heard;
    const std::size_t body_bytes = request.body.size();
    ScriptedPeer peer([&](RawClient& client) {
        heard = client.until("\r\n\r\n");
        client.bytes(body_bytes);
        client.send(ref_answer);
    });
    Transfer transfer(peer.origin(), std::move(request), timeout);
    EXPECT_EQ(curl_easy_perform(transfer.easy()), CURLE_OK);
    return heard;
}

TEST(Transfer, maps_curls_errors_to_three_kinds) {
    EXPECT_EQ(failure_of(CURLE_OPERATION_TIMEDOUT), TransportFailure::TimedOut);
    EXPECT_EQ(failure_of(CURLE_COULDNT_CONNECT), TransportFailure::Refused);
    EXPECT_EQ(failure_of(CURLE_COULDNT_RESOLVE_HOST), TransportFailure::Refused);
    EXPECT_EQ(failure_of(CURLE_PEER_FAILED_VERIFICATION), TransportFailure::Refused);
    EXPECT_EQ(failure_of(CURLE_GOT_NOTHING), TransportFailure::Broken);
    EXPECT_EQ(failure_of(CURLE_PARTIAL_FILE), TransportFailure::Broken);
    EXPECT_EQ(failure_of(CURLE_ABORTED_BY_CALLBACK), TransportFailure::Broken);
}

TEST(Transfer, sends_the_request_as_it_is_and_nothing_of_its_own) {
    const std::string heard =
        heard_by_peer({"POST",
                       "/a/../b%20?c=d",
                       {{"X-Signature", "sha256=abc"}, {"X-Empty", ""}, {"Content-Length", "9"}},
                       "body"});
    EXPECT_TRUE(heard.starts_with("POST /a/../b%20?c=d HTTP/1.1\r\nHost: 127.0.0.1:")) << heard;
    EXPECT_TRUE(heard.ends_with("\r\nX-Signature: sha256=abc\r\nX-Empty:\r\nContent-Length: 4\r\n\r\n"))
        << heard;
    for (const char* const own : {"Accept", "User-Agent", "Content-Type", "Expect"})
        EXPECT_FALSE(heard.contains(own)) << heard;
}

TEST(Transfer, cuts_the_body_into_chunks_if_asked_to) {
    std::string heard;
    ScriptedPeer peer([&](RawClient& client) {
        heard = client.until("0\r\n\r\n");
        client.send(ref_answer);
    });
    Transfer transfer(peer.origin(), {"POST", "/", {{"Transfer-Encoding", "chunked"}}, "body"}, timeout);
    ASSERT_EQ(curl_easy_perform(transfer.easy()), CURLE_OK);
    EXPECT_TRUE(heard.contains("\r\nTransfer-Encoding: chunked\r\n")) << heard;
    EXPECT_FALSE(heard.contains("Content-Length")) << heard;
    EXPECT_TRUE(heard.ends_with("\r\n\r\n4\r\nbody\r\n0\r\n\r\n")) << heard;
}

TEST(Transfer, sends_every_method) {
    for (const char* const method : {"GET", "HEAD", "PUT", "PATCH", "DELETE", "POST", "OPTIONS"}) {
        const std::string heard = heard_by_peer({method, "/", {}, ""});
        EXPECT_TRUE(heard.starts_with(std::string(method) + " / HTTP/1.1\r\n")) << heard;
    }
    EXPECT_TRUE(heard_by_peer({"POST", "/", {}, ""}).contains("Content-Length: 0\r\n"));
    EXPECT_FALSE(heard_by_peer({"GET", "/", {}, ""}).contains("Content-Length"));
}

TEST(Transfer, does_not_ask_before_it_sends_a_large_body) {
    EXPECT_FALSE(heard_by_peer({"POST", "/", {}, std::string(2 * mebibyte, 'x')}).contains("Expect"));
}

TEST(Transfer, cannot_be_made_to_break_out_of_a_header_line) {
    EXPECT_FALSE(heard_by_peer({"GET", "/", {{"X-A", "a\r\nX-Evil: b"}}, ""}).contains("Evil"));
}

TEST(Transfer, collects_status_fields_and_body_of_the_final_response) {
    ScriptedPeer peer([](RawClient& client) {
        client.until("\r\n\r\n");
        client.send(
            "HTTP/1.1 103 Early Hints\r\nX-Early: 1\r\n\r\n"
            "HTTP/1.1 429 Too Many\r\nX-Twice:  a \r\nX-Twice: b\r\nContent-Length: 4\r\n\r\nslow");
    });
    Transfer transfer(peer.origin(), {"GET", "/", {}, ""}, timeout);
    ASSERT_EQ(curl_easy_perform(transfer.easy()), CURLE_OK);
    EXPECT_EQ(transfer.take_response(),
              (http::Response{429, {{"X-Twice", "a"}, {"X-Twice", "b"}, {"Content-Length", "4"}}, "slow"}));
}

TEST(Transfer, bounds_the_body_of_a_response) {
    ScriptedPeer peer([](RawClient& client) {
        client.until("\r\n\r\n");
        client.send("HTTP/1.1 200 OK\r\n\r\n");
        while (client.send(std::string(mebibyte, 'x'))) {
        }
    });
    Transfer transfer(peer.origin(), {"GET", "/", {}, ""}, timeout);
    EXPECT_EQ(failure_of(curl_easy_perform(transfer.easy())), TransportFailure::Broken);
}

TEST(Transfer, hands_the_body_of_a_stream_over_as_it_comes) {
    ScriptedPeer peer([](RawClient& client) {
        client.until("\r\n\r\n");
        client.send("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nab");
        client.send("cdef");
    });
    std::string seen;
    Transfer transfer(peer.origin(), {"GET", "/", {}, ""}, timeout,
                      [&](std::string_view bytes) { seen += bytes; });
    EXPECT_EQ(curl_easy_perform(transfer.easy()), CURLE_OK);
    EXPECT_EQ(seen, "abcdef");
    EXPECT_EQ(transfer.take_response().body, "");
}

TEST(Transfer, opens_a_stream_only_for_200) {
    ScriptedPeer peer([](RawClient& client) {
        client.until("\r\n\r\n");
        client.send("HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\nno");
    });
    std::string seen;
    Transfer transfer(peer.origin(), {"GET", "/", {}, ""}, timeout,
                      [&](std::string_view bytes) { seen += bytes; });
    EXPECT_NE(curl_easy_perform(transfer.easy()), CURLE_OK);
    EXPECT_EQ(seen, "");
}

// Two transfers over one kept connection, whose peer breaks it instead of answering the second.
class KeptTransferTest : public testing::Test {
  protected:
    ~KeptTransferTest() override {
        for (Transfer* transfer : {&first, &second})
            curl_easy_setopt(transfer->easy(), CURLOPT_SHARE, nullptr);
    }
    void perform_first() {
        curl_share_setopt(share.get(), CURLSHOPT_SHARE, CURL_LOCK_DATA_CONNECT);
        for (Transfer* transfer : {&first, &second})
            curl_easy_setopt(transfer->easy(), CURLOPT_SHARE, share.get());
        EXPECT_EQ(curl_easy_perform(first.easy()), CURLE_OK);
    }

    std::atomic<int> requests = 0;
    std::atomic<bool> gone_after = false;
    ScriptedPeer peer{[this](RawClient& client) {
        while (!client.until("\r\n\r\n").empty()) {
            if (++requests == 2) {
                if (gone_after) peer.stop_listening();
                return;
            }
            client.send(ref_answer);
        }
    }};
    std::unique_ptr<CURLSH, decltype(&curl_share_cleanup)> share{curl_share_init(), &curl_share_cleanup};
    Transfer first{peer.origin(), {"GET", "/", {}, ""}, timeout};
    Transfer second{peer.origin(), {"GET", "/", {}, ""}, timeout};
};

// curl would send again on a new connection when a kept one breaks before the answer.
TEST_F(KeptTransferTest, is_never_sent_twice) {
    perform_first();
    EXPECT_EQ(second.failure(curl_easy_perform(second.easy())), TransportFailure::Broken);
    EXPECT_EQ(requests, 2);
}

TEST_F(KeptTransferTest, is_broken_and_not_refused_when_the_peer_is_gone_after_it_was_sent) {
    gone_after = true;
    perform_first();
    const int code = curl_easy_perform(second.easy());
    EXPECT_EQ(failure_of(code), TransportFailure::Refused) << "what curl reports of its own second attempt";
    EXPECT_EQ(second.failure(code), TransportFailure::Broken);
}

}  // namespace
}  // namespace net
