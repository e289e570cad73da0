// Rules of the network, seen by the Hosts and the callers.
#include <gtest/gtest.h>

#include "tests/harness/sim/small_hosts.h"

namespace sim {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view notebook = "http://notebook.sim:80";

class Weather : public testing::Test {
  protected:
    Weather() { world.add_host("notebook", notebook, always<Notebook>()); }

    World world;
};

TEST_F(Weather, a_delayed_request_arrives_later) {
    world.install({.action = Delay{500ms}, .match = {.leg = Leg::Request}});
    EXPECT_EQ(exchange(world, notebook, request_of("POST", "/")), "201 line/1");
    EXPECT_EQ(world.now(), 502ms);
}

TEST_F(Weather, a_dropped_request_never_arrives_and_times_out) {
    world.install({.action = Drop{}});
    EXPECT_EQ(exchange(world, notebook, request_of("POST", "/"), 3s), "timed out");
    EXPECT_EQ(world.now(), 3s);
    EXPECT_TRUE(world.stored("notebook").empty());
    EXPECT_EQ(lines_with(world, "client>notebook #1 request lost"), 1U);
}

TEST_F(Weather, a_lost_response_times_out_although_the_request_was_handled) {
    world.install({.action = LoseResponse{}});
    EXPECT_EQ(exchange(world, notebook, request_of("POST", "/"), 3s), "timed out");
    EXPECT_EQ(world.stored("notebook").size(), 1U);
    EXPECT_EQ(exchange(world, notebook, request_of("POST", "/"), 3s), "201 line/2");
}

TEST_F(Weather, a_duplicated_request_is_handled_twice_and_answered_once) {
    world.install({.action = Duplicate{1s}});
    const ReplyId id = world.send(notebook, request_of("POST", "/", "twice"), 10s);
    EXPECT_TRUE(world.run_until_idle(60s).is_idle());
    EXPECT_EQ(text_of(world.take_reply(id)), "201 line/1");
    EXPECT_FALSE(world.take_reply(id).has_value());
    EXPECT_EQ(world.stored("notebook").size(), 2U);
}

TEST_F(Weather, the_copys_answer_counts_when_the_first_is_lost) {
    world.install({.action = Duplicate{1s}});
    world.install({.action = LoseResponse{}});
    EXPECT_EQ(exchange(world, notebook, request_of("POST", "/")), "201 line/2");
}

TEST_F(Weather, reordered_requests_arrive_the_other_way_round) {
    world.install({.action = Reorder{1s}, .match = {.leg = Leg::Request}, .count = 2});
    const ReplyId first = world.send(notebook, request_of("POST", "/", "a"), 10s);
    const ReplyId second = world.send(notebook, request_of("POST", "/", "b"), 10s);
    world.run_for(5s);
    EXPECT_EQ(text_of(world.take_reply(first)), "201 line/2");
    EXPECT_EQ(text_of(world.take_reply(second)), "201 line/1");
}

TEST_F(Weather, only_what_matches_is_met) {
    world.install({.action = Drop{}, .match = {.to = "notebook", .path_prefix = "/bad"}, .count = unlimited});
    EXPECT_EQ(exchange(world, notebook, request_of("POST", "/bad/luck"), 1s), "timed out");
    EXPECT_EQ(exchange(world, notebook, request_of("POST", "/good?x=/bad"), 1s), "201 line/1");
}

TEST_F(Weather, clears_up_when_the_rule_is_removed) {
    const RuleId rule = world.install({.action = Drop{}, .count = unlimited});
    EXPECT_EQ(exchange(world, notebook, request_of("POST", "/"), 1s), "timed out");
    EXPECT_TRUE(world.remove(rule));
    EXPECT_EQ(exchange(world, notebook, request_of("POST", "/"), 1s), "201 line/1");
}

}  // namespace
}  // namespace sim
