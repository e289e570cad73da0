#include "tests/driver/net_rig_testing.h"

#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>

namespace driver {
namespace {

constexpr base::Duration call_timeout = std::chrono::seconds(60);
constexpr std::chrono::seconds patience{20};
constexpr int small_window_bytes = 4096;

// Asks, and never reads the answer.
net::Descriptor stalled_reader(std::uint16_t port, const std::string& target) {
    net::Descriptor socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    ::setsockopt(socket.number(), SOL_SOCKET, SO_RCVBUF, &small_window_bytes, sizeof small_window_bytes);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const bool connected =
        ::connect(socket.number(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    const std::string request = "GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n";
    EXPECT_TRUE(connected && ::send(socket.number(), request.data(), request.size(), MSG_NOSIGNAL) > 0);
    return socket;
}

}  // namespace

NetRig::~NetRig() {
    client_.reset();
    for (auto& [name, node] : nodes_) node.server.reset();
    for (auto& [name, node] : nodes_) node.engine.reset();
}

void NetRig::add(const std::string& name, HostFactory factory) {
    nodes_[name].factory = std::move(factory);
    nodes_[name].store = directory_.file(name);
    restart(name);
}

std::string NetRig::origin(const std::string& name) const {
    return "http://127.0.0.1:" + std::to_string(nodes_.at(name).port);
}

std::string NetRig::nowhere() {
    // The port of a server that has just ended.
    const auto server = net::Server::start({}, [](auto&&...) {});
    return "http://127.0.0.1:" + std::to_string((*server)->port());
}

void NetRig::crash(const std::string& name) {
    Node& node = nodes_.at(name);
    node.engine->stop();
    node.server.reset();
    node.engine.reset();
}

void NetRig::restart(const std::string& name) {
    Node& node = nodes_.at(name);
    net::EngineParts parts{.host = node.factory()};
    parts.store.emplace(*net::Store::open(node.store));
    node.engine = std::make_unique<net::Engine>(std::move(parts));
    node.server =
        *net::Server::start({.port = node.port}, [engine = node.engine.get()](auto connection, auto request) {
            engine->request_arrived(std::move(connection), std::move(request));
        });
    node.port = node.server->port();
    ASSERT_TRUE(node.engine->start());
}

Ticket NetRig::send(const std::string& name, http::Request request) {
    const Ticket ticket = ++last_ticket_;
    client_->call(origin(name), std::move(request), call_timeout, [this, ticket](net::CallResult result) {
        {
            const std::lock_guard lock(mutex_);
            replies_.emplace(ticket, std::move(result));
        }
        journal().changed();
    });
    return ticket;
}

std::optional<Reply> NetRig::reply(Ticket ticket) {
    const std::lock_guard lock(mutex_);
    auto node = replies_.extract(ticket);
    if (node.empty()) return std::nullopt;
    return std::move(node.mapped());
}

Ticket NetRig::open_stream(const std::string& name, const std::string& target, Reading reading) {
    const Ticket ticket = ++last_ticket_;
    const std::lock_guard lock(mutex_);
    Stream& stream = streams_[ticket];
    if (reading == Reading::Stalled) {
        stream.stalled = stalled_reader(nodes_.at(name).port, target);
        return ticket;
    }
    stream.id = client_->open_stream(
        origin(name), {"GET", target, {}, ""},
        [this, ticket](std::string_view piece) {
            {
                const std::lock_guard guard(mutex_);
                streams_.at(ticket).bytes += piece;
            }
            journal().changed();
        },
        [this, ticket] {
            {
                const std::lock_guard guard(mutex_);
                streams_.at(ticket).open = false;
            }
            journal().changed();
        });
    return ticket;
}

std::string NetRig::bytes(Ticket ticket) {
    const std::lock_guard lock(mutex_);
    return streams_.at(ticket).bytes;
}

bool NetRig::is_open(Ticket ticket) {
    const std::lock_guard lock(mutex_);
    return streams_.at(ticket).open;
}

void NetRig::hang_up(Ticket ticket) {
    net::HttpClient::StreamId id = 0;
    {
        const std::lock_guard lock(mutex_);
        Stream& stream = streams_.at(ticket);
        stream.open = false;
        stream.stalled = net::Descriptor();
        id = stream.id;
    }
    client_->close_stream(id);
}

bool NetRig::run_until(const std::function<bool()>& condition) {
    const auto deadline = std::chrono::steady_clock::now() + patience;
    std::uint64_t seen = 0;
    while (!condition()) {
        if (std::chrono::steady_clock::now() > deadline) return false;
        seen = journal().await_change(seen, deadline);
    }
    return true;
}

}  // namespace driver
