// Floor: the same guarded server as the product's, answering fixed bytes without looking at the request.
#include <fmt/format.h>

#include <csignal>
#include <cstdio>

#include "foundation/net/server.h"

int main() {
    const std::string body(378, 'x');
    const auto server =
        net::Server::start({}, [&](const std::shared_ptr<net::Connection>& connection, const http::Request&) {
            connection->respond({200, {{"Content-Type", "application/json"}}, body});
        });
    if (!server) return 4;
    fmt::print("ready on http://127.0.0.1:{}\n", (*server)->port());
    std::fflush(stdout);
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigprocmask(SIG_BLOCK, &signals, nullptr);
    int received = 0;
    sigwait(&signals, &received);
    return 0;
}
