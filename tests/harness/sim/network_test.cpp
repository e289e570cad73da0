#include "harness/sim/network.h"

#include <gtest/gtest.h>

namespace sim {
namespace {

using namespace std::chrono_literals;

class Networks : public testing::Test {
  protected:
    Networks() { EXPECT_TRUE(network.listen("http://bridge.sim", 0, "bridge")); }

    ExchangeId start(std::optional<base::Duration> timeout = 10s) {
        return network.start(ReplyId{1}, actor_name, "http://bridge.sim:80",
                             {"POST", "/chat?x=1", {}, "body"}, timeout);
    }
    template <class Kind>
    std::optional<Kind> pop() {
        if (events.empty()) return std::nullopt;
        clock.advance_to(events.next_time());
        Event event = events.pop();
        const Kind* const kind = std::get_if<Kind>(&event);
        return kind == nullptr ? std::nullopt : std::optional(*kind);
    }

    Clock clock;
    Events events;
    TraceLog log{100};
    Network network{{.latency = 1ms, .stream_buffer_bytes_max = 8}, events, clock, log};
};

TEST_F(Networks, know_who_listens_where) {
    EXPECT_EQ(network.listener("http://bridge.sim:80"), 0U);
    EXPECT_FALSE(network.listener("http://other.sim:80").has_value());
    EXPECT_FALSE(network.listen("http://bridge.sim:80", 1, "thief"));
    EXPECT_FALSE(network.listen("bridge.sim", 1, "malformed"));
}

TEST_F(Networks, carry_the_request_then_the_response_then_forget_the_exchange) {
    const ExchangeId id = start();
    EXPECT_EQ(network.label(id), "client>bridge #1");
    EXPECT_EQ(pop<RequestReaches>()->request.body, "body");
    network.respond(id, {204, {}, {}});
    EXPECT_TRUE(pop<ReplyReaches>().has_value());
    EXPECT_TRUE(network.finish(id).has_value());
    EXPECT_FALSE(network.finish(id).has_value());
    EXPECT_TRUE(events.empty());
    EXPECT_EQ(network.label(id), "(gone) #1");
}

TEST_F(Networks, expire_a_call_at_its_timeout_even_before_an_arrival_of_that_moment) {
    start(1ms);
    EXPECT_TRUE(pop<CallExpires>().has_value());
    EXPECT_TRUE(pop<RequestReaches>().has_value());
}

TEST_F(Networks, bound_absurd_timeouts) {
    start(base::Duration::max());
    start(-5s);
    EXPECT_TRUE(pop<CallExpires>().has_value());
    EXPECT_EQ(clock.elapsed(), 0s);
}

TEST_F(Networks, send_no_body_in_answer_to_head) {
    const ExchangeId id =
        network.start(ReplyId{1}, actor_name, "http://bridge.sim", {"HEAD", "/", {}, {}}, 1s);
    pop<RequestReaches>();
    network.respond(id, {200, {}, "body"});
    EXPECT_EQ(std::get<http::Response>(pop<ReplyReaches>()->reply).body, "");
}

TEST_F(Networks, break_on_a_response_that_no_client_would_read) {
    const ExchangeId id = start();
    pop<RequestReaches>();
    network.respond(id, {200, {}, std::string(Network::response_bytes_max + 1, 'x')});
    EXPECT_EQ(std::get<host::TransportFailure>(pop<ReplyReaches>()->reply), host::TransportFailure::Broken);
}

TEST_F(Networks, tell_the_streaming_host_that_its_peer_has_gone) {
    const ExchangeId id = start();
    pop<RequestReaches>();
    network.accept_stream(id, 0, host::RequestId{5}, {});
    network.abandon(id);
    const auto gone = pop<StreamGone>();
    ASSERT_TRUE(gone.has_value());
    EXPECT_EQ(gone->stream, host::RequestId{5});
    EXPECT_EQ(network.send(id, host::RequestId{5}, "late"), Network::Sent::NobodyReads);
}

TEST_F(Networks, bound_what_a_stream_may_have_under_way) {
    const ExchangeId id = start();
    network.accept_stream(id, 0, host::RequestId{5}, {});
    EXPECT_EQ(network.send(id, host::RequestId{5}, "12345678"), Network::Sent::UnderWay);
    EXPECT_EQ(network.send(id, host::RequestId{5}, "9"), Network::Sent::BufferFull);
    network.arrived(id, "12345678");
    EXPECT_EQ(network.send(id, host::RequestId{5}, "9"), Network::Sent::UnderWay);
}

}  // namespace
}  // namespace sim
