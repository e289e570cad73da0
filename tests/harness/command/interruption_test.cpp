#include "harness/command/interruption.h"

#include <gtest/gtest.h>

#include <atomic>
#include <csignal>

namespace command {
namespace {

void wait_for_stop(const std::stop_token& token) {
    std::atomic<bool> is_stopped = false;
    const std::stop_callback callback(token, [&] {
        is_stopped = true;
        is_stopped.notify_all();
    });
    is_stopped.wait(false);
}

TEST(Interruption, a_signal_requests_the_stop) {
    for (const int signal : {SIGINT, SIGTERM}) {
        const Interruption interruption;
        EXPECT_FALSE(interruption.token().stop_requested());
        std::raise(signal);
        wait_for_stop(interruption.token());
        EXPECT_TRUE(interruption.token().stop_requested());
    }
}

TEST(Interruption, a_second_signal_ends_the_process_at_once) {
    EXPECT_EXIT(
        {
            const Interruption interruption;
            std::raise(SIGINT);
            std::raise(SIGINT);
        },
        testing::ExitedWithCode(130), "");
}

TEST(Interruption, without_a_signal_it_ends_quietly) {
    std::stop_token token;
    {
        const Interruption interruption;
        token = interruption.token();
    }
    EXPECT_FALSE(token.stop_requested());
}

}  // namespace
}  // namespace command
