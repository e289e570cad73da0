#include "harness/worlds/connector.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "harness/worlds/messenger.h"

namespace worlds {
namespace {

constexpr std::chrono::seconds ready_deadline{20};
constexpr std::chrono::seconds one_answer{2};
constexpr std::chrono::milliseconds stop_deadline{3000};
constexpr std::chrono::milliseconds look_every{20};

}  // namespace

std::expected<std::uint16_t, std::string> free_port() {
    const int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* const any = reinterpret_cast<sockaddr*>(&address);
    const bool is_bound =
        listener >= 0 && bind(listener, any, size) == 0 && getsockname(listener, any, &size) == 0;
    const int error = errno;
    if (listener >= 0) close(listener);
    if (!is_bound) return std::unexpected(fmt::format("no port is free: {}", std::strerror(error)));
    return ntohs(address.sin_port);
}

std::optional<std::string> Connector::start() {
    if (port_ == 0) {
        const auto port = free_port();
        if (!port) return port.error();
        port_ = *port;
        plan_.values["connector.port"] = fmt::format("{}", port_);
    }
    // env(1) looks the program up in PATH and changes the folder; the process is the connector's own.
    std::vector<std::string> words{"-C", plan_.directory};
    for (const std::string& word : plan_.adapter.command) words.push_back(adapter::fill(word, plan_.values));
    std::vector<std::string> environment;
    for (const auto& [name, value] : plan_.adapter.environment)
        environment.push_back(name + "=" + adapter::fill(value, plan_.values));
    auto child = ChildProcess::start("/usr/bin/env", words, plan_.log_file, environment);
    if (!child) return child.error();
    child_ = *std::move(child);
    return wait_until_ready();
}

std::optional<std::string> Connector::wait_until_ready() {
    Messenger messenger(ready_deadline, one_answer);
    const http::Request request{
        .method = "GET", .target = plan_.adapter.ready, .headers = {{"Connection", "close"}}, .body = {}};
    while (true) {
        const doctor::Answer answer = messenger.ask({{origin(), request}}).front();
        if (!child_->is_running()) return ended_because("ended at once with " + child_->how_it_ended());
        if (doctor::is_accepted(answer)) return std::nullopt;
        if (!doctor::was_asked(answer))
            return ended_because(fmt::format("did not answer GET {} with 2xx within {}s", plan_.adapter.ready,
                                             ready_deadline.count()));
        messenger.pause(look_every);
    }
}

std::string Connector::ended_because(const std::string& what) const {
    return fmt::format("the connector '{}' {}; its log {} ends with:\n{}", plan_.adapter.name, what,
                       plan_.log_file, tail_of(plan_.log_file));
}

void Connector::crash() {
    if (child_) child_->kill_now();
    child_.reset();
}

void Connector::stop() {
    if (child_) child_->stop(stop_deadline);
    child_.reset();
}

std::string Connector::origin() const { return fmt::format("http://127.0.0.1:{}", port_); }

}  // namespace worlds
