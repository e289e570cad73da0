#include "foundation/net/process_limits.h"

#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>

#include <csignal>
#include <vector>

#include "foundation/net/descriptor.h"
#include "tests/foundation/net/raw_client_testing.h"

namespace net {
namespace {

TEST(ProcessLimits, makes_a_broken_pipe_an_error_and_descriptors_plenty) {
    prepare_process_for_sockets();
    struct sigaction action{};
    ::sigaction(SIGPIPE, nullptr, &action);
    EXPECT_EQ(action.sa_handler, SIG_IGN);
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    EXPECT_TRUE(limit.rlim_cur >= 65'536 || limit.rlim_cur == limit.rlim_max);
}

TEST(ProcessLimits, lets_more_clients_wait_to_be_accepted) {
    const Descriptor listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    auto* const raw = reinterpret_cast<sockaddr*>(&address);
    ASSERT_EQ(::bind(listener.number(), raw, sizeof address), 0);
    ASSERT_EQ(::listen(listener.number(), 0), 0);
    socklen_t size = sizeof address;
    ASSERT_EQ(::getsockname(listener.number(), raw, &size), 0);

    lengthen_accept_queue(ntohs(address.sin_port));
    // Nobody accepts; with the former queue the second or third of these would hang.
    std::vector<net_testing::RawClient> waiting;
    for (int i = 0; i < 50; ++i) waiting.emplace_back(ntohs(address.sin_port));
    EXPECT_TRUE(waiting.back().send("hello"));
}

TEST(ProcessLimits, does_nothing_for_a_port_where_nobody_listens) {
    EXPECT_NO_FATAL_FAILURE(lengthen_accept_queue(1));
}

}  // namespace
}  // namespace net
