#include "foundation/net/stop_signal.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <thread>

#include "tests/foundation/net/raw_client_testing.h"

namespace net {
namespace {

using Heard = StopSignal::Heard;

// In a process of its own: signals belong to processes, and other tests have threads.
template <class Body>
int exit_code_of_child(Body body) {
    const pid_t child = ::fork();
    if (child == 0) ::_exit(body());
    int status = -1;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

TEST(StopSignal, hears_each_signal_once_instead_of_dying) {
    EXPECT_EQ(exit_code_of_child([] {
                  StopSignal stop;
                  ::kill(::getpid(), SIGTERM);
                  if (stop.wait(net_testing::patience) != Heard::Signal) return 1;
                  if (stop.wait(base::Duration::zero()) != Heard::Nothing) return 2;
                  ::kill(::getpid(), SIGINT);
                  return stop.wait(net_testing::patience) == Heard::Signal ? 0 : 3;
              }),
              0);
}

TEST(StopSignal, hears_a_notice_of_another_thread) {
    EXPECT_EQ(exit_code_of_child([] {
                  StopSignal stop;
                  std::thread other([&] { stop.notice(); });
                  const Heard heard = stop.wait(net_testing::patience);
                  other.join();
                  return heard == Heard::Notice ? 0 : 1;
              }),
              0);
}

TEST(StopSignal, hears_nothing_when_the_time_is_over) {
    EXPECT_EQ(exit_code_of_child([] {
                  StopSignal stop;
                  return stop.wait(std::chrono::milliseconds(1)) == Heard::Nothing ? 0 : 1;
              }),
              0);
}

}  // namespace
}  // namespace net
