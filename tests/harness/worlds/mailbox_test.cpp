#include "harness/worlds/mailbox.h"

#include <gtest/gtest.h>

#include <thread>

namespace worlds {
namespace {

using namespace std::chrono_literals;

std::chrono::steady_clock::time_point soon() { return std::chrono::steady_clock::now() + 10s; }

TEST(Mailbox, hands_over_a_reply_once) {
    Mailbox mailbox;
    mailbox.put_reply(3, http::Response{204, {}, {}});
    EXPECT_FALSE(mailbox.take_reply(4));
    EXPECT_TRUE(mailbox.take_reply(3));
    EXPECT_FALSE(mailbox.take_reply(3));
}

TEST(Mailbox, keeps_the_bytes_of_a_feed_that_has_closed) {
    Mailbox mailbox;
    mailbox.open_feed(1);
    mailbox.put_bytes(1, "ab");
    mailbox.put_bytes(1, "c");
    mailbox.close_feed(1);
    EXPECT_FALSE(mailbox.is_open(1));
    EXPECT_EQ(mailbox.take_bytes(1), "abc");
    EXPECT_EQ(mailbox.take_bytes(1), "");
    EXPECT_FALSE(mailbox.is_open(2));
}

TEST(Mailbox, waiting_ends_when_another_thread_puts_what_is_waited_for) {
    Mailbox mailbox;
    std::jthread other([&] { mailbox.put_reply(1, host::TransportFailure::Refused); });
    std::optional<runner::Reply> reply;
    EXPECT_TRUE(mailbox.wait([&] { return (reply = mailbox.take_reply(1)).has_value(); }, soon()));
    EXPECT_TRUE(reply);
}

TEST(Mailbox, waiting_ends_at_the_deadline) {
    Mailbox mailbox;
    EXPECT_FALSE(mailbox.wait([] { return false; }, std::chrono::steady_clock::now() + 1ms));
    EXPECT_TRUE(mailbox.wait([] { return true; }, std::chrono::steady_clock::now()));
}

TEST(Mailbox, waiting_ends_when_it_is_stopped_now_and_later) {
    Mailbox mailbox;
    std::jthread other([&] { mailbox.stop(); });
    EXPECT_FALSE(mailbox.wait([] { return false; }, soon()));
    EXPECT_TRUE(mailbox.is_stopped());
    EXPECT_FALSE(mailbox.wait([] { return false; }, soon()));
    EXPECT_TRUE(mailbox.wait([] { return true; }, soon()));
}

}  // namespace
}  // namespace worlds
