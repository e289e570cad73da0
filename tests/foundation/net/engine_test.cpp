#include "foundation/net/engine.h"

#include <gtest/gtest.h>

#include <condition_variable>
#include <mutex>
#include <optional>
#include <set>
#include <thread>

#include "foundation/net/caretaker.h"
#include "foundation/net/server.h"
#include "tests/foundation/net/directory_testing.h"
#include "tests/foundation/net/raw_client_testing.h"
#include "tests/foundation/net/refusing_store_testing.h"
#include "tests/foundation/net/scripted_host_testing.h"
#include "tests/foundation/net/scripted_peer_testing.h"

namespace net {
namespace {

using namespace std::chrono_literals;
using net_testing::get;
using net_testing::RawClient;
using net_testing::ScriptedHost;
using Effects = std::vector<host::Effect>;

// What happened, as lines, from the engine's thread to the test's.
class Journal {
  public:
    void note(std::string line) {
        const std::lock_guard lock(mutex_);
        lines_.push_back(std::move(line));
        changed_.notify_all();
    }
    std::vector<std::string> await(std::size_t count) {
        std::unique_lock lock(mutex_);
        changed_.wait_for(lock, net_testing::patience, [&] { return lines_.size() >= count; });
        return lines_;
    }

    std::vector<std::string> lines() {
        const std::lock_guard lock(mutex_);
        return lines_;
    }

  private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<std::string> lines_;
};

class EngineTest : public testing::Test {
  protected:
    ~EngineTest() override {
        server.reset();
        engine.reset();
    }

    EngineParts parts(std::unique_ptr<host::Host> host) {
        EngineParts parts{.host = std::move(host)};
        parts.on_trace = [this](const host::Trace& trace, base::Now) { journal.note(trace.event); };
        parts.on_failure = [this](const std::string& what) { journal.note("failed: " + what); };
        return parts;
    }
    void start(EngineParts made) {
        engine = std::make_unique<Engine>(std::move(made));
        ASSERT_TRUE(engine->start());
    }
    void listen() {
        server = *Server::start({}, [this](std::shared_ptr<Connection> connection, http::Request request) {
            engine->request_arrived(std::move(connection), std::move(request));
        });
    }
    Store open_store() { return *Store::open(directory.file("store")); }

    Journal journal;
    net_testing::TemporaryDirectory directory;
    std::unique_ptr<Engine> engine;
    std::unique_ptr<Server> server;
};

TEST_F(EngineTest, gives_what_is_stored_before_anything_else) {
    {
        Store store = open_store();
        ASSERT_TRUE(store.commit({{"b", "2"}, {"a", "1"}}));
    }
    auto made = parts(std::make_unique<ScriptedHost>([](const host::Input& input, base::Now) {
        if (const auto* restored = std::get_if<host::Restored>(&input)) {
            std::string all = "restored";
            for (const auto& record : restored->records) all += " " + record.key + "=" + *record.value;
            return Effects{host::Trace{all, {}}};
        }
        const auto& arrived = std::get<host::RequestArrived>(input);
        return Effects{host::Trace{"request", {}}, host::Respond{arrived.id, {}}};
    }));
    made.store.emplace(open_store());
    engine = std::make_unique<Engine>(std::move(made));
    listen();
    RawClient early(server->port());
    early.send(get("/"));
    ASSERT_TRUE(engine->start());
    EXPECT_EQ(early.response()->status, 200);
    EXPECT_EQ(journal.await(2), (std::vector<std::string>{"restored a=1 b=2", "request"}));
}

TEST_F(EngineTest, executes_nothing_of_a_batch_whose_records_cannot_be_stored) {
    net_testing::make_refusing_store(directory.file("store"));
    auto made = parts(std::make_unique<ScriptedHost>([](const host::Input& input, base::Now) {
        const auto* arrived = std::get_if<host::RequestArrived>(&input);
        if (arrived == nullptr) return Effects{};
        return Effects{host::Trace{"before", {}}, host::Persist{{{net_testing::refused_key, "v"}}},
                       host::Respond{arrived->id, {200, {}, "durable, honestly"}}};
    }));
    made.store.emplace(open_store());
    start(std::move(made));
    listen();
    RawClient client(server->port());
    client.send(get("/"));
    const auto lines = journal.await(1);
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_TRUE(lines[0].starts_with("failed: the store ")) << lines[0];
    server.reset();
    EXPECT_EQ(client.rest(), "");
}

TEST_F(EngineTest, has_stored_the_records_when_the_answer_is_seen) {
    auto made = parts(std::make_unique<ScriptedHost>([](const host::Input& input, base::Now) {
        const auto* arrived = std::get_if<host::RequestArrived>(&input);
        if (arrived == nullptr) return Effects{};
        return Effects{host::Persist{{{arrived->request.target, "seen"}}}, host::Respond{arrived->id, {}}};
    }));
    made.store.emplace(open_store());
    start(std::move(made));
    listen();
    RawClient client(server->port());
    for (const char* const target : {"/1", "/2", "/3"}) {
        client.send(get(target));
        ASSERT_EQ(client.response()->status, 200);
    }
    server.reset();
    engine.reset();
    EXPECT_EQ(open_store().load(),
              (std::vector<host::Record>{{"/1", "seen"}, {"/2", "seen"}, {"/3", "seen"}}));
}

// What the program and its answers run on: the engine's own thread, or the one that brought the request.
class ThreadNamingHost : public ScriptedHost {
  public:
    explicit ThreadNamingHost(Journal& journal, std::thread::id test)
        : ScriptedHost([&journal, test](const host::Input& input, base::Now) {
              const auto* arrived = std::get_if<host::RequestArrived>(&input);
              if (arrived == nullptr) return Effects{};
              journal.note(std::this_thread::get_id() == test ? "visitor" : "own");
              return Effects{host::Respond{arrived->id, {}}};
          }) {}
};

// A connection over one end of a pair of sockets, whose request is the argument of request_arrived().
struct DirectConnection {
    DirectConnection() {
        auto [ours, theirs] = net_testing::socket_pair();
        const auto setup = std::make_shared<const ConnectionSetup>(ConnectionSetup{
            {},
            [this](const auto& /*connection*/, http::Request arrived) { request = std::move(arrived); },
            caretaker});
        connection = std::make_shared<Connection>(std::move(ours), setup);
        client.emplace(std::move(theirs));
        connection->receive(get("/"));
    }
    ~DirectConnection() {
        connection->drop();
        caretaker->stop();
    }

    std::shared_ptr<Caretaker> caretaker = std::make_shared<Caretaker>();
    std::shared_ptr<Connection> connection;
    http::Request request;
    std::optional<RawClient> client;
};

TEST_F(EngineTest, answers_on_the_thread_that_brings_the_request_if_nothing_is_stored) {
    start(parts(std::make_unique<ThreadNamingHost>(journal, std::this_thread::get_id())));
    // The own thread holds the engine until it has handled Restored, and may be slow to let go.
    std::size_t asked = 0;
    while (journal.lines().empty() || journal.lines().back() != "visitor") {
        DirectConnection direct;
        engine->request_arrived(direct.connection, direct.request);
        EXPECT_EQ(direct.client->response()->status, 200);
        ASSERT_LT(++asked, 10'000U);
    }
}

TEST_F(EngineTest, lets_nobody_but_its_own_thread_wait_for_the_disk) {
    auto made = parts(std::make_unique<ThreadNamingHost>(journal, std::this_thread::get_id()));
    made.store.emplace(open_store());
    start(std::move(made));
    for (int i = 0; i < 20; ++i) {
        DirectConnection direct;
        engine->request_arrived(direct.connection, direct.request);
        EXPECT_EQ(direct.client->response()->status, 200);
    }
    EXPECT_EQ(journal.await(20), std::vector<std::string>(20, "own"));
}

TEST_F(EngineTest, answers_everybody_when_many_ask_at_once) {
    start(parts(std::make_unique<ScriptedHost>([handled = 0](const host::Input& input, base::Now) mutable {
        const auto* arrived = std::get_if<host::RequestArrived>(&input);
        if (arrived == nullptr) return Effects{};
        return Effects{host::Respond{arrived->id, {200, {}, std::to_string(++handled)}}};
    })));
    listen();
    constexpr int clients = 8;
    constexpr int each = 200;
    std::vector<std::thread> askers;
    std::mutex mutex;
    std::set<std::string> answers;
    for (int i = 0; i < clients; ++i)
        askers.emplace_back([&] {
            RawClient client(server->port());
            for (int n = 0; n < each; ++n) {
                client.send(get("/"));
                const auto response = client.response();
                const std::lock_guard lock(mutex);
                answers.insert(response ? response->body : "none");
            }
        });
    for (std::thread& asker : askers) asker.join();
    EXPECT_EQ(answers.size(), std::size_t{clients} * each);
    EXPECT_FALSE(answers.contains("none"));
}

TEST_F(EngineTest, wakes_the_program_when_it_wants_and_never_early) {
    const std::vector<base::Duration> wanted{1ms, 3ms, 3ms, 10ms};
    std::size_t next = 0;
    start(parts(std::make_unique<ScriptedHost>(
        [&](const host::Input& input, base::Now now) {
            if (!std::holds_alternative<host::TimeReached>(input)) return Effects{};
            const bool early = now.monotonic < base::TimePoint(wanted[next++]);
            return Effects{host::Trace{early ? "early" : "woken", {}}};
        },
        [&]() -> std::optional<host::Wakeup> {
            if (next == wanted.size()) return std::nullopt;
            return host::Wakeup{base::TimePoint(wanted[next]), "test"};
        })));
    EXPECT_EQ(journal.await(4), (std::vector<std::string>(4, "woken")));
    engine->stop();  // before what its Host refers to goes
}

TEST_F(EngineTest, runs_virtual_time_faster) {
    auto made = parts(std::make_unique<ScriptedHost>(
        [rung = false](const host::Input& input, base::Now) mutable {
            if (!std::holds_alternative<host::TimeReached>(input) || std::exchange(rung, true))
                return Effects{};
            return Effects{host::Trace{"an hour later", {}}};
        },
        [] { return host::Wakeup{base::TimePoint(1h), "test"}; }));
    made.clock = Clock(360'000);
    start(std::move(made));
    EXPECT_EQ(journal.await(1).at(0), "an hour later");
}

TEST_F(EngineTest, calls_and_hears_the_end_of_each_call_once) {
    start(parts(std::make_unique<ScriptedHost>([this](const host::Input& input, base::Now) {
        Effects effects;
        if (const auto* arrived = std::get_if<host::RequestArrived>(&input)) {
            if (arrived->request.target == "/inner")
                return Effects{host::Respond{arrived->id, {200, {}, "from inside"}}};
            const std::string self = "http://127.0.0.1:" + std::to_string(server->port());
            return Effects{host::Respond{arrived->id, {}},
                           host::Call{{1}, self, {"GET", "/inner", {}, ""}, net_testing::patience}};
        }
        if (const auto* finished = std::get_if<host::CallFinished>(&input))
            return Effects{host::Trace{"finished " + std::get<http::Response>(finished->result).body, {}}};
        return effects;
    })));
    listen();
    RawClient client(server->port());
    client.send(get("/outer"));
    EXPECT_EQ(client.response()->status, 200);
    EXPECT_EQ(journal.await(1), std::vector<std::string>{"finished from inside"});
}

TEST_F(EngineTest, reports_a_closed_stream_once_however_it_ends) {
    start(parts(std::make_unique<ScriptedHost>([](const host::Input& input, base::Now) {
        if (const auto* arrived = std::get_if<host::RequestArrived>(&input)) {
            const host::RequestId id = arrived->id;
            if (arrived->request.target == "/closed")
                return Effects{host::AcceptStream{id, {}}, host::Send{id, "bye"}, host::CloseStream{id}};
            return Effects{host::AcceptStream{id, {}}, host::Send{id, "hello"}};
        }
        if (std::holds_alternative<host::StreamClosed>(input)) return Effects{host::Trace{"closed", {}}};
        return Effects{};
    })));
    listen();
    RawClient closed_by_host(server->port());
    closed_by_host.send(get("/closed"));
    EXPECT_EQ(closed_by_host.response()->body, "bye");
    closed_by_host.abort();
    RawClient leaving(server->port());
    leaving.send(get("/open"));
    EXPECT_FALSE(leaving.until("hello").empty());
    leaving.abort();
    EXPECT_EQ(journal.await(2).size(), 2U);
    RawClient after(server->port());
    after.send(get("/closed"));
    EXPECT_EQ(after.response()->body, "bye");
    EXPECT_EQ(journal.await(3).size(), 3U) << "one for each stream";
}

TEST_F(EngineTest, stops_at_once_with_requests_and_calls_open) {
    start(parts(std::make_unique<ScriptedHost>([this](const host::Input& input, base::Now) {
        if (!std::holds_alternative<host::RequestArrived>(input)) return Effects{};
        const std::string self = "http://127.0.0.1:" + std::to_string(server->port());
        const bool first = std::get<host::RequestArrived>(input).request.target == "/";
        if (!first) return Effects{host::Trace{"asked", {}}};
        return Effects{host::Call{{1}, self, {"GET", "/inner", {}, ""}, net_testing::patience}};
    })));
    listen();
    RawClient client(server->port());
    client.send(get("/"));
    journal.await(1);
    server.reset();
    engine->stop();
    EXPECT_EQ(client.rest(), "");
}

}  // namespace
}  // namespace net
