#include "bridge/service/listeners.h"

#include <gtest/gtest.h>

namespace bridge {
namespace {

const SessionId session("anna");

class ListenersTest : public ::testing::Test {
  protected:
    std::vector<host::Effect> tell() {
        listeners.tell(session, log, turn);
        return turn.finish();
    }
    void open(std::uint64_t id, std::uint64_t cursor) {
        listeners.open(host::RequestId{id}, session, cursor, turn);
        turn.finish();
    }

    base::Random random{1};
    Turn turn{{}, random};
    Listeners listeners;
    SessionLog log;
};

TEST_F(ListenersTest, send_each_reader_what_is_behind_its_own_cursor) {
    log.append(Output{MessageId("a"), Source::Bot, "one"});
    log.append(Output{MessageId("b"), Source::Bot, "two"});
    open(1, 0);
    open(2, 1);
    open(3, 2);
    const auto effects = tell();
    ASSERT_EQ(effects.size(), 2U);
    EXPECT_TRUE(std::get<host::Send>(effects[0]).bytes.contains("one"));
    EXPECT_FALSE(std::get<host::Send>(effects[1]).bytes.contains("one"));
}

TEST_F(ListenersTest, send_nothing_twice) {
    open(1, 0);
    log.append(Output{MessageId("a"), Source::Bot, "one"});
    EXPECT_EQ(tell().size(), 1U);
    EXPECT_TRUE(tell().empty());
}

TEST_F(ListenersTest, forget_a_stream_that_has_closed) {
    for (std::uint64_t id = 1; id <= listeners_per_session_max; ++id) open(id, 0);
    EXPECT_TRUE(listeners.is_full(session));
    listeners.closed(host::RequestId{1});
    listeners.closed(host::RequestId{1});
    EXPECT_FALSE(listeners.is_full(session));
    for (std::uint64_t id = 2; id <= listeners_per_session_max; ++id) listeners.closed(host::RequestId{id});
    log.append(Output{MessageId("a"), Source::Bot, "one"});
    EXPECT_TRUE(tell().empty());
}

}  // namespace
}  // namespace bridge
