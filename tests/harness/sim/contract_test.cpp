// Hosts that break the contract of foundation/host/host.h are found.
#include <gtest/gtest.h>

#include "tests/harness/sim/small_hosts.h"

namespace sim {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view origin = "http://bad.sim:80";

// The violations of a Host that answers one request with these effects.
std::vector<std::string> violations_of(
    const std::function<Custom::Effects(const host::RequestArrived&)>& make) {
    World world({.on_violation = OnViolation::Collect});
    world.add_host("bad", origin, always<Custom>(make));
    exchange(world, origin, request_of("POST", "/"), 1s);
    return world.violations();
}

using Stories = std::vector<std::string>;

TEST(Contract, finds_a_second_answer) {
    const auto twice = [](const host::RequestArrived& arrived) {
        return Custom::Effects{host::Respond{arrived.id, {}}, host::Respond{arrived.id, {}}};
    };
    EXPECT_EQ(violations_of(twice),
              (Stories{"bad: Respond to request 1, which was answered before (or was never given to it)"}));
}

TEST(Contract, finds_an_answer_to_a_request_that_never_was) {
    const auto wrong = [](const host::RequestArrived& arrived) {
        return Custom::Effects{host::Respond{arrived.id, {}}, host::Respond{host::RequestId{99}, {}}};
    };
    EXPECT_EQ(violations_of(wrong), (Stories{"bad: Respond to request 99, which was never given to it"}));
}

TEST(Contract, finds_bytes_for_a_request_that_is_no_stream) {
    const auto wrong = [](const host::RequestArrived& arrived) {
        return Custom::Effects{host::Send{arrived.id, "bytes"}, host::Respond{arrived.id, {}},
                               host::CloseStream{arrived.id}};
    };
    EXPECT_EQ(violations_of(wrong), (Stories{"bad: Send on request 1 before AcceptStream",
                                             "bad: CloseStream on request 1, which never became a stream"}));
}

TEST(Contract, finds_a_call_id_that_is_used_twice) {
    const auto wrong = [](const host::RequestArrived& arrived) {
        const host::Call call{host::CallId{7}, "http://nowhere.sim:80", {}, 1s};
        return Custom::Effects{call, call, host::Respond{arrived.id, {}}};
    };
    EXPECT_EQ(violations_of(wrong), (Stories{"bad: Call 7 uses an id a second time"}));
}

TEST(Contract, finds_a_request_that_nothing_will_answer) {
    World world({.on_violation = OnViolation::Collect});
    world.add_host("mute", "http://mute.sim", always<Mute>());
    world.send("http://mute.sim", request_of("POST", "/"), 1s);
    world.run_until_idle(60s);
    world.run_until_idle(60s);
    EXPECT_EQ(
        world.violations(),
        (Stories{"mute: request 1 (#1) is not answered, and nothing is under way that could answer it"}));
}

TEST(Contract, does_not_blame_a_host_that_still_waits_for_something) {
    World world({.on_violation = OnViolation::Collect});
    world.add_host("ticker", "http://ticker.sim", always<Ticker>(1U, base::Duration{1h}, 1));
    world.add_host("mute", "http://mute.sim", always<Mute>());
    world.add_host("relay", "http://relay.sim", always<Relay>("http://mute.sim:80", base::Duration{50min}));
    world.send("http://relay.sim", request_of("POST", "/"), 1s);
    EXPECT_FALSE(world.run_until_idle(1min).is_idle());
    EXPECT_TRUE(world.violations().empty());
}

class Forgetful : public Echo {
  public:
    std::vector<host::Effect> drain() override {
        const bool second = std::exchange(drained_, !drained_);
        if (!second) return Echo::drain();
        return {host::Trace{"forgotten", {}}};
    }

  private:
    bool drained_ = false;
};

TEST(Contract, finds_effects_that_a_drain_left_behind) {
    World world({.on_violation = OnViolation::Collect});
    world.add_host("forgetful", origin, always<Forgetful>());
    EXPECT_EQ(world.violations(), (Stories{"forgetful: drain() left effects behind"}));
}

class Sleepless : public Echo {
  public:
    std::optional<host::Wakeup> next_wakeup() const override {
        return host::Wakeup{now().monotonic, "at once"};
    }
};

TEST(Contract, finds_a_host_that_does_not_let_time_go_on) {
    World world({.on_violation = OnViolation::Collect});
    world.add_host("sleepless", origin, always<Sleepless>());
    world.run_for(1s);
    EXPECT_EQ(world.violations(),
              (Stories{"sleepless: wants to be woken at the same moment for ever: at once"}));
    EXPECT_FALSE(world.is_up("sleepless"));
}

TEST(ContractDeathTest, stops_the_program_unless_told_to_collect) {
    World world;
    world.add_host("bad", origin, always<Custom>([](const host::RequestArrived& arrived) {
                       return Custom::Effects{host::Respond{arrived.id, {}}, host::Respond{arrived.id, {}}};
                   }));
    EXPECT_DEATH(exchange(world, origin, request_of("POST", "/")), "bad: Respond to request 1");
}

}  // namespace
}  // namespace sim
