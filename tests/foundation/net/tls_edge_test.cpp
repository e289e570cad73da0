#include "foundation/net/tls_edge.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <future>

#include "foundation/net/certificates.h"
#include "foundation/net/http_client.h"
#include "foundation/net/server.h"
#include "tests/foundation/net/directory_testing.h"
#include "tests/foundation/net/raw_client_testing.h"

namespace net {
namespace {

using net_testing::RawClient;

class TlsEdgeTest : public testing::Test {
  protected:
    void SetUp() override {
        files = *ensure_certificates(directory.path(), {});
        ::setenv("SSL_CERT_FILE", files.authority.c_str(), 1);
        server = *Server::start(
            {}, [](const std::shared_ptr<Connection>& connection, const http::Request& request) {
                connection->respond({200, {}, request.target + request.body});
            });
        edge = start_edge({});
    }
    void TearDown() override { ::unsetenv("SSL_CERT_FILE"); }

    std::unique_ptr<TlsEdge> start_edge(TlsEdgeOptions options) {
        options.certificate_file = files.certificate;
        options.key_file = files.key;
        options.origin_port = server->port();
        auto started = TlsEdge::start(options);
        EXPECT_TRUE(started) << started.error();
        return *std::move(started);
    }
    CallResult call(HttpClient& client, http::Request request, const char* host = "localhost") {
        std::promise<CallResult> promise;
        auto future = promise.get_future();
        client.call("https://" + std::string(host) + ":" + std::to_string(edge->port()), std::move(request),
                    net_testing::patience, [&](CallResult result) { promise.set_value(std::move(result)); });
        return future.get();
    }
    std::string body(http::Request request, const char* host = "localhost") {
        HttpClient client;
        const CallResult result = call(client, std::move(request), host);
        const auto* response = std::get_if<http::Response>(&result);
        return response == nullptr ? "no response" : response->body;
    }

    net_testing::TemporaryDirectory directory;
    CertificateFiles files;
    std::unique_ptr<Server> server;
    std::unique_ptr<TlsEdge> edge;
};

TEST_F(TlsEdgeTest, relays_to_a_client_that_trusts_the_authority) {
    EXPECT_EQ(body({"GET", "/secret", {}, ""}), "/secret");
    EXPECT_EQ(body({"GET", "/by-address", {}, ""}, "127.0.0.1"), "/by-address");
}

TEST_F(TlsEdgeTest, is_refused_by_a_client_that_does_not) {
    ::unsetenv("SSL_CERT_FILE");
    HttpClient client;
    const CallResult result = call(client, {"GET", "/", {}, ""});
    ASSERT_TRUE(std::holds_alternative<host::TransportFailure>(result));
    EXPECT_EQ(std::get<host::TransportFailure>(result), host::TransportFailure::Refused);
}

TEST_F(TlsEdgeTest, carries_large_bodies_both_ways) {
    const std::string large(1000 * kibibyte, 'x');
    EXPECT_EQ(body({"POST", "/", {}, large}), "/" + large);
}

TEST_F(TlsEdgeTest, carries_many_requests_over_one_connection) {
    HttpClient client;
    for (int i = 0; i < 20; ++i) {
        const CallResult result = call(client, {"GET", "/" + std::to_string(i), {}, ""});
        ASSERT_TRUE(std::holds_alternative<http::Response>(result));
        EXPECT_EQ(std::get<http::Response>(result).body, "/" + std::to_string(i));
    }
}

TEST_F(TlsEdgeTest, serves_others_while_clients_are_silent) {
    std::vector<RawClient> silent;
    for (int i = 0; i < 10; ++i) silent.emplace_back(edge->port());
    EXPECT_EQ(body({"GET", "/served", {}, ""}), "/served");
}

TEST_F(TlsEdgeTest, drops_a_client_that_never_speaks_TLS) {
    const auto impatient = start_edge({.handshake_max = std::chrono::milliseconds(1)});
    RawClient silent(impatient->port());
    EXPECT_EQ(silent.rest(), "");
    RawClient confused(edge->port());
    confused.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_TRUE(confused.rest());
}

TEST_F(TlsEdgeTest, holds_at_most_so_many_connections) {
    const auto small = start_edge({.connections_max = 1});
    RawClient first(small->port());
    RawClient second(small->port());
    EXPECT_EQ(second.rest(), "");
}

TEST_F(TlsEdgeTest, drops_a_client_when_the_origin_is_gone) {
    server.reset();
    EXPECT_EQ(body({"GET", "/", {}, ""}), "no response");
}

TEST_F(TlsEdgeTest, says_what_it_cannot_have) {
    TlsEdgeOptions taken{.port = edge->port(), .certificate_file = files.certificate, .key_file = files.key};
    const auto second = TlsEdge::start(taken);
    ASSERT_FALSE(second);
    EXPECT_TRUE(second.error().starts_with("cannot listen with TLS on 127.0.0.1:")) << second.error();
    EXPECT_TRUE(second.error().contains("Address already in use")) << second.error();
    EXPECT_FALSE(TlsEdge::start({.certificate_file = "/no/such/file", .key_file = files.key}));
}

}  // namespace
}  // namespace net
