#include "tests/foundation/net/raw_client_testing.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace net_testing {
namespace {

constexpr int small_window_bytes = 4096;

std::size_t number_after(std::string_view text, std::string_view mark, int base) {
    const auto place = text.find(mark);
    std::size_t number = 0;
    if (place == std::string_view::npos) return number;
    text.remove_prefix(place + mark.size());
    std::from_chars(text.data(), text.data() + text.size(), number, base);
    return number;
}

}  // namespace

RawClient::RawClient(std::uint16_t port, Window window)
    : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    if (window == Window::Small)
        ::setsockopt(socket_.number(), SOL_SOCKET, SO_RCVBUF, &small_window_bytes, sizeof small_window_bytes);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket_.number(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        socket_ = net::Descriptor();
}

bool RawClient::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t sent = ::send(socket_.number(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

void RawClient::end_writing() { ::shutdown(socket_.number(), SHUT_WR); }

void RawClient::abort() {
    const linger at_once{.l_onoff = 1, .l_linger = 0};
    ::setsockopt(socket_.number(), SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    socket_ = net::Descriptor();
}

RawClient::Heard RawClient::hear() {
    pollfd waiting{.fd = socket_.number(), .events = POLLIN, .revents = 0};
    const auto limit = std::chrono::duration_cast<std::chrono::milliseconds>(patience).count();
    if (::poll(&waiting, 1, static_cast<int>(limit)) <= 0) return Heard::Silence;
    std::array<char, 65536> room{};
    const ssize_t size = ::recv(socket_.number(), room.data(), room.size(), 0);
    if (size <= 0) return Heard::End;
    heard_.append(room.data(), static_cast<std::size_t>(size));
    return Heard::Bytes;
}

std::string RawClient::bytes(std::size_t count) {
    while (heard_.size() < count && hear() == Heard::Bytes) {
    }
    std::string taken = heard_.substr(0, count);
    heard_.erase(0, taken.size());
    return taken;
}

std::string RawClient::until(std::string_view mark) {
    while (!heard_.contains(mark) && hear() == Heard::Bytes) {
    }
    const auto place = heard_.find(mark);
    return place == std::string::npos ? std::string{} : bytes(place + mark.size());
}

std::optional<std::string> RawClient::rest() {
    Heard heard = Heard::Bytes;
    while (heard == Heard::Bytes) heard = hear();
    if (heard == Heard::Silence) return std::nullopt;
    return std::exchange(heard_, {});
}

std::optional<RawResponse> RawClient::head() {
    RawResponse response;
    response.head = until("\r\n\r\n");
    if (response.head.empty()) return std::nullopt;
    response.status = static_cast<int>(number_after(response.head, "HTTP/1.1 ", 10));
    return response;
}

std::optional<RawResponse> RawClient::response_to_head() { return head(); }

std::optional<RawResponse> RawClient::response() {
    auto response = head();
    if (!response) return std::nullopt;
    const std::size_t length = number_after(response->head, "Content-Length: ", 10);
    const bool chunked = response->head.contains("Transfer-Encoding: chunked");
    response->body = chunked ? chunked_body() : bytes(length);
    if (!chunked && response->body.size() < length) return std::nullopt;
    return response;
}

std::string RawClient::chunked_body() {
    std::string body;
    while (true) {
        const std::size_t size = number_after(until("\r\n"), "", 16);
        body += bytes(size);
        bytes(2);
        if (size == 0) return body;
    }
}

std::string get(std::string_view target, std::string_view fields) {
    return std::string("GET ")
        .append(target)
        .append(" HTTP/1.1\r\nHost: x\r\n")
        .append(fields)
        .append("\r\n");
}

std::string post(std::string_view target, std::string_view body, std::string_view fields) {
    return std::string("POST ")
        .append(target)
        .append(" HTTP/1.1\r\nHost: x\r\nContent-Length: ")
        .append(std::to_string(body.size()))
        .append("\r\n")
        .append(fields)
        .append("\r\n")
        .append(body);
}

SocketPair socket_pair() {
    std::array<int, 2> numbers{-1, -1};
    ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, numbers.data());
    return {net::Descriptor(numbers[0]), net::Descriptor(numbers[1])};
}

}  // namespace net_testing
