#include "harness/sim/engine.h"

#include <gtest/gtest.h>

#include "tests/harness/sim/small_hosts.h"

namespace sim {
namespace {

using namespace std::chrono_literals;

constexpr Engine::Limits limits{.seed = 1,
                                .latency = 1ms,
                                .body_bytes_max = 100,
                                .stream_buffer_bytes_max = 100,
                                .trace_lines_max = 100,
                                .on_violation = OnViolation::Collect};

TEST(Engine, takes_each_name_and_each_well_formed_origin_once) {
    Engine engine(limits);
    EXPECT_EQ(engine.add_machine("echo", "http://echo.sim", always<Echo>()), 0U);
    EXPECT_FALSE(engine.add_machine("echo", "http://other.sim", always<Echo>()).has_value());
    EXPECT_FALSE(engine.add_machine("other", "http://echo.sim:80", always<Echo>()).has_value());
    EXPECT_FALSE(engine.add_machine("other", "other.sim", always<Echo>()).has_value());
    EXPECT_EQ(engine.add_machine("other", "http://other.sim", always<Echo>()), 1U);
    EXPECT_EQ(engine.find_machine("other"), 1U);
    EXPECT_FALSE(engine.find_machine("nobody").has_value());
}

TEST(Engine, moves_the_clock_to_each_event) {
    Engine engine(limits);
    engine.boot(
        *engine.add_machine("ticker", "http://ticker.sim", always<Ticker>(1U, base::Duration{2s}, 2)));
    engine.step();
    EXPECT_EQ(engine.clock().elapsed(), 2s);
    engine.step();
    EXPECT_EQ(engine.clock().elapsed(), 4s);
    EXPECT_TRUE(engine.events().empty());
}

TEST(Engine, plans_one_wakeup_per_host_whatever_else_happens) {
    Engine engine(limits);
    engine.boot(
        *engine.add_machine("ticker", "http://ticker.sim", always<Ticker>(1U, base::Duration{2s}, 1)));
    engine.network().start(engine.actors().expect_reply(), actor_name, "http://ticker.sim",
                           request_of("POST", "/"), 1s);
    EXPECT_FALSE(engine.is_still(1s));
    while (engine.events().size() > 1) engine.step();
    EXPECT_TRUE(engine.is_still(1s));
    EXPECT_FALSE(engine.is_still(2s));
    EXPECT_EQ(engine.pending(2s).size(), 1U);
    EXPECT_TRUE(engine.pending(1s).empty());
}

}  // namespace
}  // namespace sim
