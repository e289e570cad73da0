#include "foundation/net/socket_write.h"

#include <sys/socket.h>

#include <cerrno>

namespace net {

std::optional<std::size_t> write_now(int descriptor, std::string_view bytes, Next next) {
    const int flags = MSG_NOSIGNAL | MSG_DONTWAIT | (next == Next::More ? MSG_MORE : 0);
    while (true) {
        const ssize_t written = ::send(descriptor, bytes.data(), bytes.size(), flags);
        if (written >= 0) return static_cast<std::size_t>(written);
        if (errno == EAGAIN || errno == EWOULDBLOCK) return 0;
        if (errno != EINTR) return std::nullopt;
    }
}

void end_writing(int descriptor) { ::shutdown(descriptor, SHUT_WR); }

void end_both_ways(int descriptor) { ::shutdown(descriptor, SHUT_RDWR); }

}  // namespace net
