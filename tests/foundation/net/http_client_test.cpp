#include "foundation/net/http_client.h"

#include <gtest/gtest.h>

#include <future>
#include <optional>
#include <vector>

#include "foundation/net/server.h"
#include "tests/foundation/net/scripted_peer_testing.h"

namespace net {
namespace {

using host::TransportFailure;
using net_testing::RawClient;
using net_testing::ScriptedPeer;

constexpr base::Duration long_enough = net_testing::patience;

class HttpClientTest : public testing::Test {
  protected:
    std::future<CallResult> call(const std::string& origin, http::Request request,
                                 base::Duration timeout = long_enough) {
        auto promise = std::make_shared<std::promise<CallResult>>();
        client->call(origin, std::move(request), timeout,
                     [promise](CallResult result) { promise->set_value(std::move(result)); });
        return promise->get_future();
    }
    static CallResult wait(std::future<CallResult> result) {
        if (result.wait_for(net_testing::patience) == std::future_status::ready) return result.get();
        ADD_FAILURE() << "the call did not end";
        return TransportFailure::Broken;
    }
    static TransportFailure failure(std::future<CallResult> result) {
        const CallResult ended = wait(std::move(result));
        EXPECT_TRUE(std::holds_alternative<TransportFailure>(ended));
        return std::holds_alternative<TransportFailure>(ended) ? std::get<TransportFailure>(ended)
                                                               : TransportFailure{};
    }
    static std::unique_ptr<Server> echo() {
        return *Server::start(
            {}, [](const std::shared_ptr<Connection>& connection, const http::Request& request) {
                connection->respond({200, {}, request.target + request.body});
            });
    }
    static std::string origin_of(const Server& server) {
        return "http://127.0.0.1:" + std::to_string(server.port());
    }

    std::optional<HttpClient> client{std::in_place};
};

TEST_F(HttpClientTest, makes_many_calls_at_once) {
    const auto server = echo();
    std::vector<std::future<CallResult>> calls;
    for (int i = 0; i < 64; ++i)
        calls.push_back(call(origin_of(*server), {"POST", "/" + std::to_string(i), {}, "-body"}));
    for (std::size_t i = 0; i < calls.size(); ++i) {
        const CallResult result = wait(std::move(calls[i]));
        ASSERT_TRUE(std::holds_alternative<http::Response>(result));
        EXPECT_EQ(std::get<http::Response>(result).body, "/" + std::to_string(i) + "-body");
    }
}

TEST_F(HttpClientTest, keeps_connections) {
    std::atomic<int> requests = 0;
    ScriptedPeer peer([&](RawClient& connection) {
        while (!connection.until("\r\n\r\n").empty()) {
            ++requests;
            connection.send("HTTP/1.1 204 No Content\r\n\r\n");
        }
    });
    for (int i = 0; i < 5; ++i) wait(call(peer.origin(), {"GET", "/", {}, ""}));
    EXPECT_EQ(requests, 5);
    EXPECT_EQ(peer.accepted(), 1);
    client.reset();  // or the peer would wait for more requests
}

TEST_F(HttpClientTest, keeps_no_connection_that_the_request_asks_to_close) {
    ScriptedPeer peer([](RawClient& connection) {
        while (!connection.until("\r\n\r\n").empty()) connection.send("HTTP/1.1 204 No Content\r\n\r\n");
    });
    for (int i = 0; i < 3; ++i) wait(call(peer.origin(), {"GET", "/", {{"Connection", "close"}}, ""}));
    EXPECT_EQ(peer.accepted(), 3);
    client.reset();
}

TEST_F(HttpClientTest, carries_large_bodies_both_ways) {
    const auto server = echo();
    const std::string body(mebibyte, 'x');
    const CallResult result = wait(call(origin_of(*server), {"POST", "/", {}, body}));
    ASSERT_TRUE(std::holds_alternative<http::Response>(result));
    EXPECT_EQ(std::get<http::Response>(result).body, "/" + body);
}

TEST_F(HttpClientTest, reports_that_nobody_listens) {
    EXPECT_EQ(failure(call(net_testing::refusing_origin(), {"GET", "/", {}, ""})), TransportFailure::Refused);
    EXPECT_EQ(failure(call("ftp://127.0.0.1:1", {"GET", "/", {}, ""})), TransportFailure::Refused);
}

TEST_F(HttpClientTest, reports_a_timeout) {
    std::promise<void> over;
    ScriptedPeer peer([&](RawClient&) { over.get_future().wait(); });
    EXPECT_EQ(failure(call(peer.origin(), {"GET", "/", {}, ""}, std::chrono::milliseconds(20))),
              TransportFailure::TimedOut);
    over.set_value();
}

TEST_F(HttpClientTest, reports_a_connection_that_ends_before_the_answer_or_within_it) {
    for (const std::string& answer :
         {std::string(), std::string("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf")}) {
        ScriptedPeer peer([&](RawClient& connection) {
            connection.until("\r\n\r\n");
            connection.send(answer);
        });
        EXPECT_EQ(failure(call(peer.origin(), {"POST", "/", {}, "body"})), TransportFailure::Broken);
        EXPECT_EQ(peer.accepted(), 1);
    }
}

TEST_F(HttpClientTest, does_not_follow_redirects) {
    ScriptedPeer peer([](RawClient& connection) {
        connection.until("\r\n\r\n");
        connection.send("HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n");
    });
    const CallResult result = wait(call(peer.origin(), {"GET", "/", {}, ""}));
    ASSERT_TRUE(std::holds_alternative<http::Response>(result));
    EXPECT_EQ(std::get<http::Response>(result).status, 302);
}

TEST_F(HttpClientTest, does_not_use_a_proxy_of_the_environment) {
    ::setenv("http_proxy", net_testing::refusing_origin().c_str(), 1);
    const auto server = echo();
    const CallResult result = wait(call(origin_of(*server), {"GET", "/direct", {}, ""}));
    ::unsetenv("http_proxy");
    EXPECT_TRUE(std::holds_alternative<http::Response>(result));
}

TEST_F(HttpClientTest, runs_no_callback_after_its_end) {
    std::promise<void> over;
    ScriptedPeer peer([&](RawClient&) { over.get_future().wait(); });
    std::atomic<bool> called = false;
    {
        HttpClient ending;
        for (int i = 0; i < 3; ++i)
            ending.call(peer.origin(), {"GET", "/", {}, ""}, long_enough,
                        [&](const CallResult&) { called = true; });
    }
    EXPECT_FALSE(called);
    over.set_value();
}

// What a stream's callbacks saw.
struct Seen {
    std::mutex mutex;
    std::condition_variable changed;
    std::string bytes;
    int closed = 0;

    template <class Condition>
    bool wait(Condition condition) {
        std::unique_lock lock(mutex);
        return changed.wait_for(lock, net_testing::patience, condition);
    }
    void note(std::string_view piece, int closings) {
        const std::lock_guard lock(mutex);
        bytes += piece;
        closed += closings;
        changed.notify_all();
    }
};

TEST_F(HttpClientTest, reads_a_stream_until_it_ends) {
    ScriptedPeer peer([](RawClient& connection) {
        connection.until("\r\n\r\n");
        connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\none\r\n");
        connection.send("3\r\ntwo\r\n0\r\n\r\n");
    });
    Seen seen;
    client->open_stream(
        peer.origin(), {"GET", "/", {}, ""}, [&](std::string_view bytes) { seen.note(bytes, 0); },
        [&] { seen.note("", 1); });
    EXPECT_TRUE(seen.wait([&] { return seen.closed == 1; }));
    EXPECT_EQ(seen.bytes, "onetwo");
}

TEST_F(HttpClientTest, closes_a_stream_that_was_never_opened) {
    Seen seen;
    client->open_stream(
        net_testing::refusing_origin(), {"GET", "/", {}, ""},
        [&](std::string_view bytes) { seen.note(bytes, 0); }, [&] { seen.note("", 1); });
    EXPECT_TRUE(seen.wait([&] { return seen.closed == 1; }));
    EXPECT_EQ(seen.bytes, "");
}

TEST_F(HttpClientTest, closes_a_stream_without_a_callback) {
    std::promise<std::string> ended;
    ScriptedPeer peer([&](RawClient& connection) {
        connection.until("\r\n\r\n");
        connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\none\r\n");
        ended.set_value(connection.rest().value_or("silence"));
    });
    Seen seen;
    const auto id = client->open_stream(
        peer.origin(), {"GET", "/", {}, ""}, [&](std::string_view bytes) { seen.note(bytes, 0); },
        [&] { seen.note("", 1); });
    EXPECT_TRUE(seen.wait([&] { return seen.bytes == "one"; }));
    client->close_stream(id);
    EXPECT_EQ(ended.get_future().get(), "") << "the peer sees the connection end";
    EXPECT_EQ(seen.closed, 0);
    client->close_stream(id);
}

}  // namespace
}  // namespace net
