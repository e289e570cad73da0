#include "harness/command/interruption.h"

#include <sys/eventfd.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdint>

#include "harness/command/exit_code.h"

namespace command {
namespace {

std::atomic<int> bell = -1;  // an eventfd(2): all that a signal handler can reach
std::atomic<bool> was_rung = false;
static_assert(std::atomic<int>::is_always_lock_free && std::atomic<bool>::is_always_lock_free);

void ring() {
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = write(bell, &one, sizeof one);
}

void on_signal(int /*signal*/) {
    if (was_rung.exchange(true)) _exit(static_cast<int>(ExitCode::Interrupted));
    ring();
}

void wait_for_bell() {
    std::uint64_t count = 0;
    [[maybe_unused]] const auto got = read(bell, &count, sizeof count);
}

}  // namespace

Interruption::Interruption() {
    bell = eventfd(0, EFD_CLOEXEC);
    was_rung = false;
    watcher_ = std::jthread([this](const std::stop_token& is_over) {
        wait_for_bell();
        if (!is_over.stop_requested()) source_.request_stop();
    });
    std::signal(SIGINT, on_signal);
    std::signal(SIGTERM, on_signal);
}

Interruption::~Interruption() {
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    watcher_.request_stop();
    ring();
    watcher_.join();
    close(bell.exchange(-1));
}

}  // namespace command
