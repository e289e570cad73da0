#include "foundation/net/serve.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>

#include "foundation/net/owned_file.h"
#include "tests/foundation/net/directory_testing.h"
#include "tests/foundation/net/raw_client_testing.h"
#include "tests/foundation/net/refusing_store_testing.h"
#include "tests/foundation/net/scripted_host_testing.h"

namespace net {
namespace {

using net_testing::get;
using net_testing::RawClient;
using net_testing::ScriptedHost;

// serve() in a child process, whose output the test reads.
class Served {
  public:
    Served(std::unique_ptr<host::Host> host, const ServeOptions& options) {
        std::array<int, 2> out{};
        std::array<int, 2> err{};
        EXPECT_EQ(::pipe2(out.data(), O_CLOEXEC), 0);
        EXPECT_EQ(::pipe2(err.data(), O_CLOEXEC), 0);
        child_ = ::fork();
        if (child_ == 0) {
            ::dup2(out[1], STDOUT_FILENO);
            ::dup2(err[1], STDERR_FILENO);
            ::_exit(serve(std::move(host), options));
        }
        out_ = Descriptor(out[0]);
        err_ = Descriptor(err[0]);
        ::close(out[1]);
        ::close(err[1]);
    }
    Served(const Served&) = delete;
    Served& operator=(const Served&) = delete;
    ~Served() {
        if (child_ <= 0) return;
        ::kill(child_, SIGKILL);
        ::waitpid(child_, nullptr, 0);
    }

    std::string line() { return line_of(out_); }
    std::string complaint() { return line_of(err_); }
    // After the ready line.
    std::uint16_t port() {
        const std::string ready = line();
        return static_cast<std::uint16_t>(std::stoi("0" + ready.substr(ready.rfind(':') + 1)));
    }
    void signal(int number) const { ::kill(child_, number); }
    int exit_code() {
        int status = -1;
        ::waitpid(std::exchange(child_, -1), &status, 0);
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

  private:
    static std::string line_of(const Descriptor& pipe) {
        std::string line;
        char byte = 0;
        while (::read(pipe.number(), &byte, 1) == 1 && byte != '\n') line += byte;
        return line;
    }

    pid_t child_ = -1;
    Descriptor out_;
    Descriptor err_;
};

// A port that somebody listens on. No Server: its threads would make the fork of Served unsafe.
class BusyPort {
  public:
    BusyPort() : listener_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        address_.sin_family = AF_INET;
        address_.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t length = sizeof address_;
        auto* const plain = reinterpret_cast<sockaddr*>(&address_);
        const bool listens =
            ::bind(listener_.number(), plain, length) == 0 && ::listen(listener_.number(), 1) == 0;
        EXPECT_TRUE(listens && ::getsockname(listener_.number(), plain, &length) == 0);
    }
    std::uint16_t number() const { return ntohs(address_.sin_port); }

  private:
    Descriptor listener_;
    sockaddr_in address_{};
};

class ServeTest : public testing::Test {
  protected:
    // Why serve() does not start with these options.
    static std::string complaint(const ServeOptions& impossible) {
        Served served(net_testing::echo_host(), impossible);
        std::string what = served.complaint();
        EXPECT_EQ(served.exit_code(), exit_infrastructure);
        return what;
    }

    net_testing::TemporaryDirectory directory;
    ServeOptions options{.program = "testee"};
};

TEST_F(ServeTest, announces_itself_serves_and_stops_on_SIGTERM) {
    options.port_file = directory.file("port");
    Served served(net_testing::echo_host(), options);
    const std::string ready = served.line();
    EXPECT_TRUE(ready.starts_with("testee ready on http://127.0.0.1:")) << ready;
    const std::string port = read_file(options.port_file).value_or("");
    EXPECT_EQ(ready + "\n", "testee ready on http://127.0.0.1:" + port);
    RawClient client(static_cast<std::uint16_t>(std::stoi(port)));
    client.send(get("/hello"));
    EXPECT_EQ(client.response()->body, "/hello");
    served.signal(SIGTERM);
    EXPECT_EQ(served.exit_code(), exit_ok);
}

// Answers "/slow" after a time, and everything else at once with how many requests are waiting.
class SlowHost : public host::Host {
  public:
    explicit SlowHost(base::Duration answer_after) : answer_after_(answer_after) {}

    void handle(host::Input input, base::Now now) override {
        if (const auto* arrived = std::get_if<host::RequestArrived>(&input)) return take(*arrived, now);
        if (std::holds_alternative<host::TimeReached>(input) && waiting_)
            effects_.emplace_back(
                host::Respond{*std::exchange(waiting_, std::nullopt), {200, {}, "at last"}});
    }
    std::vector<host::Effect> drain() override { return std::exchange(effects_, {}); }
    std::optional<host::Wakeup> next_wakeup() const override {
        if (!waiting_) return std::nullopt;
        return host::Wakeup{due_, "answer slowly"};
    }

  private:
    void take(const host::RequestArrived& arrived, base::Now now) {
        if (arrived.request.target != "/slow") {
            effects_.emplace_back(host::Respond{arrived.id, {200, {}, waiting_ ? "1" : "0"}});
            return;
        }
        waiting_ = arrived.id;
        due_ = now.monotonic + answer_after_;
    }

    base::Duration answer_after_;
    base::TimePoint due_{};
    std::optional<host::RequestId> waiting_;
    std::vector<host::Effect> effects_;
};

// Until a request to "/slow" has reached the Host.
void await_waiting(std::uint16_t port) {
    RawClient client(port);
    std::optional<net_testing::RawResponse> response;
    do {
        client.send(get("/count"));
        response = client.response();
    } while (response && response->body != "1");
}

TEST_F(ServeTest, answers_what_is_under_way_before_it_stops) {
    Served served(std::make_unique<SlowHost>(std::chrono::milliseconds(200)), options);
    const std::uint16_t port = served.port();
    RawClient client(port);
    client.send(get("/slow"));
    await_waiting(port);
    served.signal(SIGINT);
    EXPECT_TRUE(client.rest()->ends_with("at last"));
    EXPECT_EQ(served.exit_code(), exit_ok);
}

TEST_F(ServeTest, stops_at_once_on_a_second_signal) {
    Served served(std::make_unique<SlowHost>(std::chrono::hours(1)), options);
    const std::uint16_t port = served.port();
    RawClient idle(port);
    RawClient waiting(port);
    waiting.send(get("/slow"));
    await_waiting(port);
    served.signal(SIGTERM);
    EXPECT_EQ(idle.rest(), "") << "the first signal has been heard";
    served.signal(SIGTERM);
    EXPECT_EQ(served.exit_code(), exit_ok);
    EXPECT_EQ(waiting.rest(), "");
}

// Counts requests durably.
std::unique_ptr<host::Host> counting_host() {
    return std::make_unique<ScriptedHost>(
        [count = std::size_t{0}](const host::Input& input, base::Now) mutable -> std::vector<host::Effect> {
            if (const auto* restored = std::get_if<host::Restored>(&input)) count = restored->records.size();
            const auto* arrived = std::get_if<host::RequestArrived>(&input);
            if (arrived == nullptr) return {};
            const std::string number = std::to_string(++count);
            return {host::Persist{{{number, "x"}}}, host::Trace{"counted", {{"count", number}}},
                    host::Respond{arrived->id, {200, {}, number}}};
        });
}

TEST_F(ServeTest, keeps_what_it_acknowledged_when_it_is_killed) {
    options.store = directory.file("store");
    for (const char* const ref_count : {"1", "2", "3"}) {
        Served served(counting_host(), options);
        RawClient client(served.port());
        client.send(get("/"));
        EXPECT_EQ(client.response()->body, ref_count);
        served.signal(SIGKILL);
        served.exit_code();
    }
}

TEST_F(ServeTest, writes_traces) {
    options.trace_file = directory.file("trace.jsonl");
    Served served(counting_host(), options);
    RawClient client(served.port());
    client.send(get("/"));
    client.response();
    served.signal(SIGTERM);
    EXPECT_EQ(served.exit_code(), exit_ok);
    const std::string trace = read_file(options.trace_file).value_or("");
    EXPECT_TRUE(trace.ends_with("\",\"event\":\"counted\",\"count\":\"1\"}\n")) << trace;
}

TEST_F(ServeTest, ends_with_an_error_when_the_store_fails) {
    options.store = directory.file("store");
    net_testing::make_refusing_store(options.store);
    Served served(
        std::make_unique<ScriptedHost>([](const host::Input& input, base::Now) -> std::vector<host::Effect> {
            const auto* arrived = std::get_if<host::RequestArrived>(&input);
            if (arrived == nullptr) return {};
            return {host::Persist{{{net_testing::refused_key, "x"}}}, host::Respond{arrived->id, {}}};
        }),
        options);
    RawClient client(served.port());
    client.send(get("/"));
    EXPECT_EQ(client.rest(), "");
    EXPECT_TRUE(served.complaint().starts_with("testee: the store " + options.store + " failed: "));
    EXPECT_EQ(served.exit_code(), exit_infrastructure);
}

TEST_F(ServeTest, serves_TLS_beside) {
    options.tls = true;
    options.certificate_directory = directory.path();
    options.tls_port_file = directory.file("tls-port");
    Served served(net_testing::echo_host(), options);
    served.line();
    EXPECT_EQ(served.line() + "\n",
              "testee ready on https://127.0.0.1:" + read_file(options.tls_port_file).value_or(""));
    EXPECT_TRUE(read_file(directory.file("ca.pem")));
}

TEST_F(ServeTest, says_in_one_line_why_it_cannot_start) {
    const BusyPort busy;
    EXPECT_EQ(
        complaint({.program = "testee", .port = busy.number()}),
        "testee: cannot listen on 127.0.0.1:" + std::to_string(busy.number()) + ": Address already in use");
    EXPECT_TRUE(complaint({.program = "testee", .store = "/no/such/directory/store"})
                    .starts_with("testee: the store /no/such/directory/store cannot be opened or made"));
    EXPECT_TRUE(complaint({.program = "testee", .trace_file = "/no/such/directory/trace"})
                    .starts_with("testee: the trace file /no/such/directory/trace cannot be written"));
    EXPECT_TRUE(complaint({.program = "testee", .port_file = "/no/such/directory/port"})
                    .starts_with("testee: the file /no/such/directory/port cannot be written"));
    EXPECT_TRUE(complaint({.program = "testee", .tls = true, .certificate_directory = "/no/such/directory"})
                    .starts_with("testee: the certificate directory /no/such/directory does not exist"));
}

}  // namespace
}  // namespace net
