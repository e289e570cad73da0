#include "tests/foundation/net/scripted_peer_testing.h"

#include <netinet/in.h>
#include <sys/socket.h>

#include <utility>

namespace net_testing {
namespace {

std::pair<net::Descriptor, std::uint16_t> bound_socket() {
    net::Descriptor listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    auto* const raw = reinterpret_cast<sockaddr*>(&address);
    if (::bind(listener.number(), raw, sizeof address) != 0)
        throw std::runtime_error("no free port on loopback");
    socklen_t size = sizeof address;
    ::getsockname(listener.number(), raw, &size);
    return {std::move(listener), ntohs(address.sin_port)};
}

}  // namespace

ScriptedPeer::ScriptedPeer(Script script) : script_(std::move(script)) {
    std::tie(listener_, port_) = bound_socket();
    ::listen(listener_.number(), SOMAXCONN);
    thread_ = std::thread([this] {
        while (true) {
            net::Descriptor socket(::accept4(listener_.number(), nullptr, nullptr, SOCK_CLOEXEC));
            if (!socket.open()) return;
            ++accepted_;
            RawClient peer(std::move(socket));
            script_(peer);
        }
    });
}

ScriptedPeer::~ScriptedPeer() {
    stop_listening();
    thread_.join();
}

void ScriptedPeer::stop_listening() const { ::shutdown(listener_.number(), SHUT_RDWR); }

std::string refusing_origin() {
    // Bound and not listening; the port is free again at once, and nobody else is given it so soon.
    const auto [socket, port] = bound_socket();
    return "http://127.0.0.1:" + std::to_string(port);
}

}  // namespace net_testing
