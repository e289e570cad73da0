#include "foundation/net/process_limits.h"

#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>

#include <algorithm>
#include <csignal>

namespace net {
namespace {

constexpr int accept_queue_length = 4096;
constexpr rlim_t descriptors_wanted = 65'536;

bool listens_at(int descriptor, std::uint16_t port) {
    int listening = 0;
    socklen_t size = sizeof listening;
    if (::getsockopt(descriptor, SOL_SOCKET, SO_ACCEPTCONN, &listening, &size) != 0 || listening == 0)
        return false;
    sockaddr_in address{};
    socklen_t address_size = sizeof address;
    // sockaddr_in and sockaddr_in6 have the port at the same place, so one shape reads both.
    if (::getsockname(descriptor, reinterpret_cast<sockaddr*>(&address), &address_size) != 0) return false;
    return ntohs(address.sin_port) == port;
}

rlim_t descriptor_limit() {
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    return limit.rlim_cur;
}

}  // namespace

void prepare_process_for_sockets() {
    std::signal(SIGPIPE, SIG_IGN);
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= descriptors_wanted) return;
    limit.rlim_cur = std::min(limit.rlim_max, descriptors_wanted);
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

void lengthen_accept_queue(std::uint16_t port) {
    const int end = static_cast<int>(std::min<rlim_t>(descriptor_limit(), descriptors_wanted));
    for (int descriptor = 0; descriptor < end; ++descriptor) {
        if (!listens_at(descriptor, port)) continue;
        ::listen(descriptor, accept_queue_length);
        return;
    }
}

}  // namespace net
