#include "foundation/net/stop_signal.h"

#include <poll.h>
#include <pthread.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <limits>

namespace net {
namespace {

sigset_t stop_signals() {
    sigset_t set{};
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    return set;
}

int milliseconds_of(std::optional<base::Duration> duration) {
    if (!duration) return -1;
    const auto count = std::chrono::ceil<std::chrono::milliseconds>(*duration).count();
    return static_cast<int>(std::clamp<std::int64_t>(count, 0, std::numeric_limits<int>::max()));
}

}  // namespace

StopSignal::StopSignal() : notices_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
    const sigset_t set = stop_signals();
    ::pthread_sigmask(SIG_BLOCK, &set, nullptr);
    signals_ = Descriptor(::signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK));
}

StopSignal::~StopSignal() {
    const sigset_t set = stop_signals();
    ::pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
}

StopSignal::Heard StopSignal::wait(std::optional<base::Duration> at_most) {
    std::array<pollfd, 2> set{pollfd{.fd = signals_.number(), .events = POLLIN, .revents = 0},
                              pollfd{.fd = notices_.number(), .events = POLLIN, .revents = 0}};
    if (::poll(set.data(), set.size(), milliseconds_of(at_most)) <= 0) return Heard::Nothing;
    signalfd_siginfo signal{};
    if (::read(signals_.number(), &signal, sizeof signal) > 0) return Heard::Signal;
    std::uint64_t count = 0;
    return ::read(notices_.number(), &count, sizeof count) > 0 ? Heard::Notice : Heard::Nothing;
}

void StopSignal::notice() {
    constexpr std::uint64_t one = 1;
    [[maybe_unused]] const ssize_t written = ::write(notices_.number(), &one, sizeof one);
}

}  // namespace net
