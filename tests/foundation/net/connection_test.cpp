#include "foundation/net/connection.h"

#include <gtest/gtest.h>

#include <condition_variable>
#include <deque>

#include "foundation/net/caretaker.h"
#include "tests/foundation/net/raw_client_testing.h"

namespace net {
namespace {

using net_testing::get;
using net_testing::post;
using net_testing::RawClient;

// One connection over a socket pair; requests are collected and answered by the test.
class ConnectionTest : public testing::Test {
  protected:
    explicit ConnectionTest(const Limits& limits = {}) {
        auto [ours, theirs] = net_testing::socket_pair();
        client.emplace(std::move(theirs));
        const auto setup = std::make_shared<const ConnectionSetup>(
            ConnectionSetup{limits,
                            [this](const std::shared_ptr<Connection>&, http::Request request) {
                                const std::lock_guard lock(mutex);
                                requests.push_back(std::move(request));
                                arrived.notify_all();
                            },
                            caretaker});
        connection = std::make_shared<Connection>(std::move(ours), setup);
        caretaker->adopt(connection);
    }
    ~ConnectionTest() override {
        connection->drop();
        caretaker->stop();
    }

    std::string next_target() {
        std::unique_lock lock(mutex);
        if (!arrived.wait_for(lock, net_testing::patience, [this] { return !requests.empty(); }))
            return "none";
        std::string target = requests.front().target;
        requests.pop_front();
        return target;
    }
    bool idle() {
        const std::lock_guard lock(mutex);
        return requests.empty();
    }
    void respond(std::string body) { connection->respond({200, {}, std::move(body)}); }

    std::mutex mutex;
    std::condition_variable arrived;
    std::deque<http::Request> requests;
    std::optional<RawClient> client;
    std::shared_ptr<Caretaker> caretaker = std::make_shared<Caretaker>();
    std::shared_ptr<Connection> connection;
    int gone = 0;
};

class SmallConnectionTest : public ConnectionTest {
  protected:
    SmallConnectionTest()
        : ConnectionTest({.head_bytes_max = 1024,
                          .body_bytes_max = 1024,
                          .pipelined_bytes_max = 1024,
                          .stream_bytes_max = 1024}) {}
};

TEST_F(ConnectionTest, answers_pipelined_requests_in_their_order) {
    connection->receive(get("/1") + get("/2") + get("/3"));
    EXPECT_EQ(next_target(), "/1");
    EXPECT_TRUE(idle()) << "only one request is under way at a time";
    respond("one");
    EXPECT_EQ(next_target(), "/2");
    respond("two");
    EXPECT_EQ(next_target(), "/3");
    respond("three");
    EXPECT_EQ(client->response()->body, "one");
    EXPECT_EQ(client->response()->body, "two");
    EXPECT_EQ(client->response()->body, "three");
}

TEST_F(ConnectionTest, survives_a_long_pipeline_answered_at_once) {
    constexpr int count = 5000;
    const auto setup = std::make_shared<const ConnectionSetup>(ConnectionSetup{
        {},
        [](const std::shared_ptr<Connection>& asked, const http::Request&) { asked->respond({}); },
        caretaker});
    auto [ours, theirs] = net_testing::socket_pair();
    RawClient reader(std::move(theirs));
    const auto quick = std::make_shared<Connection>(std::move(ours), setup);
    std::string pipeline;
    for (int i = 0; i < count; ++i) pipeline += get("/");
    quick->receive(pipeline);
    for (int i = 0; i < count; ++i) ASSERT_EQ(reader.response()->status, 200);
}

TEST_F(ConnectionTest, keeps_or_closes_as_the_client_asks) {
    connection->receive(get("/", "Connection: close\r\n"));
    next_target();
    respond("bye");
    const auto everything = client->rest();
    ASSERT_TRUE(everything);
    EXPECT_TRUE(everything->contains("Connection: close"));
    EXPECT_TRUE(everything->ends_with("bye"));
}

TEST_F(ConnectionTest, speaks_HTTP_1_0) {
    connection->receive("GET / HTTP/1.0\r\n\r\n");
    next_target();
    respond("old");
    EXPECT_TRUE(client->rest()->ends_with("\r\n\r\nold"));
}

TEST_F(ConnectionTest, sends_100_continue_before_the_body_comes) {
    connection->receive("POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
    EXPECT_EQ(client->bytes(25), "HTTP/1.1 100 Continue\r\n\r\n");
    connection->receive("ok");
    EXPECT_EQ(next_target(), "/");
}

TEST_F(ConnectionTest, does_not_send_the_body_of_an_answer_to_HEAD) {
    connection->receive("HEAD / HTTP/1.1\r\nHost: x\r\n\r\n" + get("/2"));
    next_target();
    respond("invisible");
    EXPECT_TRUE(client->response_to_head()->head.contains("Content-Length: 9"));
    next_target();
    respond("visible");
    EXPECT_EQ(client->response()->body, "visible");
}

TEST_F(ConnectionTest, rejects_and_closes_after_the_answers_before_it) {
    connection->receive(get("/1") + "GARBAGE\r\n\r\n" + get("/never"));
    next_target();
    respond("one");
    EXPECT_EQ(client->response()->body, "one");
    EXPECT_EQ(client->response()->status, 400);
    EXPECT_EQ(client->rest(), "");
    EXPECT_TRUE(idle());
}

TEST_F(ConnectionTest, answers_a_client_that_only_sends_no_more) {
    connection->receive(get("/1") + get("/2"));
    connection->reader_gone();
    next_target();
    respond("one");
    EXPECT_EQ(next_target(), "/2");
    respond("two");
    const auto everything = client->rest();
    ASSERT_TRUE(everything);
    EXPECT_TRUE(everything->contains("one"));
    EXPECT_TRUE(everything->ends_with("two"));
}

TEST_F(ConnectionTest, swallows_an_answer_whose_client_has_gone) {
    connection->receive(get("/"));
    next_target();
    client.reset();
    connection->reader_gone();
    respond("to nobody");
    EXPECT_TRUE(connection->settled());
}

TEST_F(ConnectionTest, finishes_a_large_answer_as_the_client_reads) {
    const std::string large(8 * mebibyte, 'x');
    connection->receive(get("/large") + get("/next"));
    next_target();
    respond(large);
    EXPECT_TRUE(idle()) << "the next request waits until the answer has been taken";
    EXPECT_FALSE(connection->settled());
    EXPECT_EQ(client->response()->body, large);
    EXPECT_EQ(next_target(), "/next");
    respond("small");
    EXPECT_EQ(client->response()->body, "small");
}

TEST_F(ConnectionTest, drops_a_reader_that_stalls) {
    connection->receive(get("/"));
    next_target();
    respond(std::string(8 * mebibyte, 'x'));
    connection->expire(std::chrono::steady_clock::now() + std::chrono::seconds(29));
    EXPECT_FALSE(connection->settled());
    connection->expire(std::chrono::steady_clock::now() + std::chrono::seconds(31));
    EXPECT_TRUE(connection->settled());
}

TEST_F(ConnectionTest, drops_an_idle_client_but_not_one_that_waits_for_its_answer) {
    const auto much_later = std::chrono::steady_clock::now() + std::chrono::hours(1);
    connection->receive(get("/"));
    next_target();
    connection->expire(much_later);
    respond("at last");
    EXPECT_EQ(client->response()->body, "at last");
    connection->expire(much_later);
    EXPECT_EQ(client->rest(), "");
}

TEST_F(ConnectionTest, streams_in_order_and_keeps_the_connection) {
    connection->receive(get("/events") + get("/after"));
    next_target();
    connection->open_stream({{"Content-Type", "text/event-stream"}}, [this] { ++gone; });
    connection->send("one ");
    connection->send("");
    connection->send("two");
    connection->close_stream();
    connection->send("too late");
    EXPECT_EQ(client->response()->body, "one two");
    EXPECT_EQ(next_target(), "/after");
    EXPECT_EQ(gone, 0);
}

TEST_F(ConnectionTest, reports_once_that_the_reader_of_a_stream_has_gone) {
    connection->receive(get("/events"));
    next_target();
    connection->open_stream({}, [this] { ++gone; });
    connection->reader_gone();
    connection->send("unheard");
    connection->drop();
    EXPECT_EQ(gone, 1);
}

TEST_F(ConnectionTest, reports_a_stream_whose_reader_was_gone_before_it_opened) {
    connection->receive(get("/events"));
    next_target();
    connection->reader_gone();
    connection->open_stream({}, [this] { ++gone; });
    EXPECT_EQ(gone, 1);
}

TEST_F(SmallConnectionTest, ends_a_stream_whose_reader_is_too_slow) {
    connection->receive(get("/events"));
    next_target();
    connection->open_stream({}, [this] { ++gone; });
    for (int i = 0; i < 10'000 && gone == 0; ++i) connection->send(std::string(1000, 'x'));
    EXPECT_EQ(gone, 1);
}

TEST_F(SmallConnectionTest, drops_a_client_that_floods_behind_an_unanswered_request) {
    connection->receive(get("/"));
    next_target();
    for (int i = 0; i < 5; ++i) connection->receive(std::string(1000, 'x'));
    EXPECT_EQ(client->rest(), "");
    respond("nobody is there");
}

TEST_F(SmallConnectionTest, rejects_too_large_bodies_and_heads) {
    connection->receive(post("/", std::string(1025, 'x')));
    EXPECT_EQ(client->response()->status, 413);
}

TEST_F(ConnectionTest, refuses_without_taking_a_request) {
    connection->refuse();
    connection->receive(get("/"));
    EXPECT_EQ(client->response()->status, 503);
    EXPECT_TRUE(idle());
}

TEST_F(ConnectionTest, retires_after_the_answer_under_way) {
    connection->receive(get("/1") + get("/2"));
    next_target();
    connection->retire();
    EXPECT_FALSE(connection->settled());
    respond("one");
    EXPECT_TRUE(client->rest()->ends_with("one"));
    EXPECT_TRUE(connection->settled());
    EXPECT_TRUE(idle());
}

TEST_F(ConnectionTest, retires_at_once_when_idle) {
    connection->retire();
    EXPECT_EQ(client->rest(), "");
}

TEST_F(ConnectionTest, closes_a_client_that_does_not_close_after_the_last_answer) {
    connection->receive(get("/", "Connection: close\r\n"));
    next_target();
    respond("bye");
    EXPECT_TRUE(client->rest());
    EXPECT_TRUE(client->send("still here"));
    connection->expire(std::chrono::steady_clock::now() + std::chrono::seconds(6));
    EXPECT_FALSE(client->send("gone"));
}

using ConnectionDeathTest = ConnectionTest;

TEST_F(ConnectionDeathTest, stops_a_program_that_answers_twice) {
    connection->receive(get("/"));
    next_target();
    respond("once");
    EXPECT_DEATH(respond("twice"), "a request is answered once");
}

}  // namespace
}  // namespace net
