#include "foundation/net/server.h"

#include <gtest/gtest.h>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <thread>
#include <vector>

#include "tests/foundation/net/raw_client_testing.h"

namespace net {
namespace {

using net_testing::get;
using net_testing::post;
using net_testing::RawClient;

// Answers on a thread of its own, as an engine does: "/echo..." with target and body, "/large" with 8 MiB;
// "/held" waits for release().
class Answerer {
  public:
    Answerer() : thread_([this] { run(); }) {}
    ~Answerer() {
        {
            const std::lock_guard lock(mutex_);
            stopping_ = true;
        }
        changed_.notify_all();
        thread_.join();
    }

    void take(std::shared_ptr<Connection> connection, http::Request request) {
        {
            const std::lock_guard lock(mutex_);
            waiting_.emplace_back(std::move(connection), std::move(request));
        }
        changed_.notify_all();
    }
    void release() {
        {
            const std::lock_guard lock(mutex_);
            for (const auto& held : held_) waiting_.push_back({held, {"GET", "/echo/released", {}, ""}});
            held_.clear();
        }
        changed_.notify_all();
    }
    void await_held(std::size_t count) {
        std::unique_lock lock(mutex_);
        ASSERT_TRUE(changed_.wait_for(lock, net_testing::patience, [&] { return held_.size() >= count; }));
    }

  private:
    using Waiting = std::pair<std::shared_ptr<Connection>, http::Request>;

    void run() {
        std::unique_lock lock(mutex_);
        while (true) {
            changed_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
            if (stopping_) return;
            Waiting next = std::move(waiting_.front());
            waiting_.pop_front();
            if (next.second.target == "/held") {
                held_.push_back(std::move(next.first));
                changed_.notify_all();
                continue;
            }
            lock.unlock();
            answer(next);
            lock.lock();
        }
    }
    static void answer(const Waiting& waiting) {
        const auto& [connection, request] = waiting;
        const std::string body =
            request.target == "/large" ? std::string(8 * mebibyte, 'x') : request.target + request.body;
        connection->respond({200, {{"X-Target", request.target}}, body});
    }

    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Waiting> waiting_;
    std::vector<std::shared_ptr<Connection>> held_;
    bool stopping_ = false;
    std::thread thread_;
};

// One server for all tests: Pistache does not give back all descriptors of a server that ends.
class ServerTest : public testing::Test {
  protected:
    static void SetUpTestSuite() {
        answerer = std::make_unique<Answerer>();
        server = start({});
    }
    static void TearDownTestSuite() {
        server.reset();
        answerer.reset();
    }
    static std::unique_ptr<Server> start(const ServerOptions& options) {
        auto started =
            Server::start(options, [](std::shared_ptr<Connection> connection, http::Request request) {
                answerer->take(std::move(connection), std::move(request));
            });
        EXPECT_TRUE(started) << started.error();
        return started ? *std::move(started) : nullptr;
    }
    static RawClient client(RawClient::Window window = RawClient::Window::Usual) {
        return RawClient(server->port(), window);
    }

    static std::unique_ptr<Answerer> answerer;
    static std::unique_ptr<Server> server;
};
std::unique_ptr<Answerer> ServerTest::answerer;
std::unique_ptr<Server> ServerTest::server;

TEST_F(ServerTest, answers_over_a_kept_connection) {
    RawClient here = client();
    for (int i = 0; i < 3; ++i) {
        here.send(post("/echo/" + std::to_string(i), "-body"));
        EXPECT_EQ(here.response()->body, "/echo/" + std::to_string(i) + "-body");
    }
}

TEST_F(ServerTest, takes_a_chunked_upload_cut_at_every_byte) {
    const std::string upload =
        "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: "
        "chunked\r\n\r\n4\r\nabcd\r\n3\r\nefg\r\n0\r\n\r\n";
    for (std::size_t cut = 1; cut < upload.size(); ++cut) {
        RawClient here = client();
        here.send(upload.substr(0, cut));
        RawClient other = client();  // served meanwhile, so the first piece has been read
        other.send(get("/echo/other"));
        ASSERT_EQ(other.response()->body, "/echo/other");
        here.send(upload.substr(cut));
        ASSERT_EQ(here.response()->body, "/echoabcdefg") << "cut at " << cut;
    }
}

TEST_F(ServerTest, keeps_the_order_of_pipelined_requests) {
    RawClient here = client();
    here.send(get("/echo/1") + get("/large") + post("/echo/", "3"));
    EXPECT_EQ(here.response()->body, "/echo/1");
    EXPECT_EQ(here.response()->body.size(), 8 * mebibyte);
    EXPECT_EQ(here.response()->body, "/echo/3");
}

TEST_F(ServerTest, serves_others_while_a_client_does_not_read) {
    std::vector<RawClient> stalled;
    for (int i = 0; i < 4; ++i) stalled.push_back(client(RawClient::Window::Small));
    for (RawClient& one : stalled) one.send(get("/large"));
    for (int i = 0; i < 20; ++i) {
        RawClient here = client();
        here.send(get("/echo"));
        ASSERT_EQ(here.response()->status, 200);
    }
    EXPECT_EQ(stalled.front().response()->body.size(), 8 * mebibyte);
}

TEST_F(ServerTest, answers_late_and_to_the_client_that_asked) {
    RawClient waiting = client();
    waiting.send(get("/held"));
    answerer->await_held(1);
    RawClient here = client();
    here.send(get("/echo/quick"));
    EXPECT_EQ(here.response()->body, "/echo/quick");
    answerer->release();
    EXPECT_EQ(waiting.response()->body, "/echo/released");
}

TEST_F(ServerTest, gives_an_answer_whose_client_has_gone_to_nobody) {
    for (int i = 0; i < 50; ++i) {
        RawClient leaving = client();
        leaving.send(get("/held"));
        answerer->await_held(1);
        leaving.abort();
        RawClient next = client();  // may get the number of the descriptor that was just closed
        next.send(get("/echo/mine"));
        ASSERT_EQ(next.response()->body, "/echo/mine");
        answerer->release();
        next.send(get("/echo/again"));
        ASSERT_EQ(next.response()->body, "/echo/again");
    }
}

// The central promise: whoever asks gets the answer to what it asked, however many others leave early.
TEST_F(ServerTest, never_gives_anyone_a_foreign_answer_while_half_of_the_clients_abort) {
    constexpr int threads = 6;
    constexpr int rounds = 400;
    std::atomic<int> wrong = 0;
    std::atomic<int> right = 0;
    const auto storm = [&](int thread) {
        for (int round = 0; round < rounds; ++round) {
            const std::string target = "/echo/" + std::to_string(thread) + "/" + std::to_string(round);
            RawClient here = client();
            here.send(get(target));
            if ((thread + round) % 2 == 0) {
                here.abort();
                continue;
            }
            const auto response = here.response();
            (response && response->body == target ? right : wrong) += 1;
        }
    };
    std::vector<std::thread> clients;
    for (int thread = 0; thread < threads; ++thread) clients.emplace_back(storm, thread);
    for (std::thread& thread : clients) thread.join();
    EXPECT_EQ(wrong, 0);
    EXPECT_EQ(right, threads * rounds / 2);
}

TEST_F(ServerTest, answers_a_client_that_half_closes) {
    RawClient here = client();
    here.send(get("/held"));
    answerer->await_held(1);
    here.end_writing();
    RawClient other = client();
    other.send(get("/echo"));
    other.response();
    answerer->release();
    EXPECT_TRUE(here.rest()->ends_with("/echo/released"));
}

TEST_F(ServerTest, ends_the_connection_when_the_client_wants_it) {
    for (const std::string& request :
         {get("/echo", "Connection: close\r\n"), std::string("GET /echo HTTP/1.0\r\n\r\n")}) {
        RawClient here = client();
        here.send(request);
        EXPECT_TRUE(here.rest()->ends_with("/echo"));
    }
}

TEST_F(ServerTest, sends_100_continue_at_once) {
    RawClient here = client();
    here.send("POST /echo HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
    EXPECT_EQ(here.until("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
    here.send("ok");
    EXPECT_EQ(here.response()->body, "/echook");
}

TEST_F(ServerTest, rejects_by_itself_with_a_small_JSON_body_and_closes) {
    struct Case {
        std::string bytes;
        int status;
    };
    const std::vector<Case> cases{
        {"GARBAGE\r\n\r\n", 400},
        {"GET / HTTP/1.1\r\nHost: x\r\nNoColon\r\n\r\n", 400},
        {"GET / HTTP/1.1\r\nHost: x\r\nX: " + std::string(20'000, 'x') + "\r\n\r\n", 431},
        {"GET /" + std::string(20'000, '/') + " HTTP/1.1\r\nHost: x\r\n\r\n", 431},
        {"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1048577\r\n\r\n", 413},
        {"GET / HTTP/3.0\r\nHost: x\r\n\r\n", 505},
    };
    for (const Case& one : cases) {
        RawClient here = client();
        here.send(one.bytes);
        const auto response = here.response();
        ASSERT_TRUE(response) << one.bytes.substr(0, 40);
        EXPECT_EQ(response->status, one.status) << one.bytes.substr(0, 40);
        EXPECT_TRUE(response->body.starts_with(R"({"error":{"code":"http.)"));
        EXPECT_EQ(here.rest(), "");
    }
}

TEST_F(ServerTest, takes_a_body_of_exactly_one_mebibyte) {
    RawClient here = client();
    here.send(post("/echo", std::string(mebibyte, 'b')));
    EXPECT_EQ(here.response()->body.size(), mebibyte + 5);
}

TEST_F(ServerTest, answers_in_the_callback_itself_too) {
    auto fixed = Server::start({}, [](const std::shared_ptr<Connection>& connection, const http::Request&) {
        connection->respond({200, {}, "fixed"});
    });
    ASSERT_TRUE(fixed);
    RawClient here((*fixed)->port());
    here.send(get("/") + get("/"));
    EXPECT_EQ(here.response()->body, "fixed");
    EXPECT_EQ(here.response()->body, "fixed");
}

TEST_F(ServerTest, refuses_more_connections_than_it_may_have) {
    const auto small = start({.limits = {.connections_max = 2}});
    RawClient first(small->port());
    RawClient second(small->port());
    for (RawClient* one : {&first, &second}) {
        one->send(get("/echo"));
        EXPECT_EQ(one->response()->status, 200);
    }
    RawClient third(small->port());
    EXPECT_EQ(third.response()->status, 503);
}

TEST_F(ServerTest, drains_what_is_under_way) {
    const auto stopping = start({});
    RawClient idle(stopping->port());
    idle.send(get("/echo"));
    idle.response();
    RawClient waiting(stopping->port());
    waiting.send(get("/held") + get("/echo/never"));
    answerer->await_held(1);
    stopping->begin_drain();
    EXPECT_EQ(idle.rest(), "");
    EXPECT_FALSE(stopping->settled());
    RawClient late(stopping->port());
    late.send(get("/echo"));
    EXPECT_EQ(late.response()->status, 503);
    answerer->release();
    const auto response = waiting.rest();
    EXPECT_TRUE(response->contains("Connection: close"));
    EXPECT_TRUE(response->ends_with("/echo/released"));
    EXPECT_TRUE(stopping->settled());
}

TEST_F(ServerTest, drops_its_clients_when_it_ends_and_outlives_late_answers) {
    auto ending = start({});
    RawClient waiting(ending->port());
    waiting.send(get("/held"));
    answerer->await_held(1);
    ending.reset();
    EXPECT_EQ(waiting.rest(), "");
    answerer->release();
}

TEST_F(ServerTest, says_when_the_port_is_in_use) {
    const auto second = Server::start({.port = server->port()}, [](auto&&...) {});
    ASSERT_FALSE(second);
    EXPECT_TRUE(
        second.error().starts_with("cannot listen on 127.0.0.1:" + std::to_string(server->port()) + ": "));
    EXPECT_TRUE(second.error().contains("Address already in use")) << second.error();
}

TEST_F(ServerTest, says_when_the_address_is_none) {
    const auto nowhere = Server::start({.address = "no such address"}, [](auto&&...) {});
    ASSERT_FALSE(nowhere);
    EXPECT_TRUE(nowhere.error().starts_with("cannot listen on no such address:0: "));
}

}  // namespace
}  // namespace net
