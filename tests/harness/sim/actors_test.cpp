#include "harness/sim/actors.h"

#include <gtest/gtest.h>

namespace sim {
namespace {

TEST(Actors, hand_out_a_reply_once) {
    Actors actors;
    const ReplyId id = actors.expect_reply();
    EXPECT_FALSE(actors.take_reply(id).has_value());
    actors.deliver(id, host::TransportFailure::Refused);
    EXPECT_TRUE(actors.take_reply(id).has_value());
    EXPECT_FALSE(actors.take_reply(id).has_value());
}

TEST(Actors, read_a_stream_in_order_and_hand_out_bytes_once) {
    Actors actors;
    const StreamId id = actors.expect_stream();
    EXPECT_EQ(actors.arrived(id, "one "), 4U);
    EXPECT_EQ(actors.arrived(id, "two"), 3U);
    EXPECT_EQ(actors.take_bytes(id), "one two");
    EXPECT_EQ(actors.take_bytes(id), "");
}

TEST(Actors, leave_bytes_where_they_are_while_stalled) {
    Actors actors;
    const StreamId id = actors.expect_stream();
    actors.set_reading(id, Reading::Stalled);
    EXPECT_EQ(actors.arrived(id, "bytes"), 0U);
    EXPECT_EQ(actors.take_bytes(id), "");
    EXPECT_EQ(actors.set_reading(id, Reading::Running), 5U);
    EXPECT_EQ(actors.take_bytes(id), "bytes");
}

TEST(Actors, can_take_what_came_before_the_end) {
    Actors actors;
    const StreamId id = actors.expect_stream();
    EXPECT_TRUE(actors.is_open(id));
    actors.set_reading(id, Reading::Stalled);
    actors.arrived(id, "last words");
    actors.ended(id);
    EXPECT_FALSE(actors.is_open(id));
    EXPECT_EQ(actors.take_bytes(id), "last words");
}

TEST(ActorsDeathTest, are_only_asked_about_streams_of_theirs) {
    EXPECT_DEATH(Actors().take_bytes(StreamId{9}), "only streams that were opened here");
}

}  // namespace
}  // namespace sim
