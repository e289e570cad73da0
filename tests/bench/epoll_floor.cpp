// Floor: what the machine can do at most. One thread, raw epoll, answers fixed bytes to whatever looks
// complete.
#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <map>
#include <string>

namespace {

// The length of the first complete request in `bytes`, or 0.
std::size_t complete_request(std::string_view bytes) {
    const auto head_end = bytes.find("\r\n\r\n");
    if (head_end == std::string_view::npos) return 0;
    std::size_t body = 0;
    const auto field = bytes.substr(0, head_end).find("Content-Length: ");
    if (field != std::string_view::npos)
        std::from_chars(bytes.data() + field + 16, bytes.data() + head_end, body);
    const std::size_t whole = head_end + 4 + body;
    return bytes.size() >= whole ? whole : 0;
}

int listen_on_any_port() {
    const int listener = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (bind(listener, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0 ||
        listen(listener, 1024) != 0)
        return -1;
    socklen_t length = sizeof address;
    getsockname(listener, reinterpret_cast<sockaddr*>(&address), &length);
    fmt::print("ready on http://127.0.0.1:{}\n", ntohs(address.sin_port));
    std::fflush(stdout);
    return listener;
}

void watch(int poller, int descriptor) {
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.fd = descriptor;
    epoll_ctl(poller, EPOLL_CTL_ADD, descriptor, &event);
}

// Reads what came and answers each complete request; false when the peer is gone.
bool serve(int peer, std::string& pending, const std::string& answer) {
    std::array<char, 16384> buffer{};
    const ssize_t count = recv(peer, buffer.data(), buffer.size(), 0);
    if (count <= 0) return false;
    pending.append(buffer.data(), static_cast<std::size_t>(count));
    while (const std::size_t length = complete_request(pending)) {
        pending.erase(0, length);
        if (send(peer, answer.data(), answer.size(), MSG_NOSIGNAL) < 0) return false;
    }
    return true;
}

}  // namespace

int main() {
    const std::string answer =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 378\r\n\r\n" +
        std::string(378, 'x');
    const int listener = listen_on_any_port();
    if (listener < 0) return 4;
    const int poller = epoll_create1(0);
    watch(poller, listener);
    std::map<int, std::string> pending;
    std::array<epoll_event, 64> events{};
    for (;;) {
        const int count = epoll_wait(poller, events.data(), static_cast<int>(events.size()), -1);
        for (int i = 0; i < count; ++i) {
            const int ready = events.at(static_cast<std::size_t>(i)).data.fd;
            if (ready == listener) {
                const int peer = accept(listener, nullptr, nullptr);
                const int on = 1;
                setsockopt(peer, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
                watch(poller, peer);
            } else if (!serve(ready, pending[ready], answer)) {
                pending.erase(ready);
                close(ready);
            }
        }
    }
}
