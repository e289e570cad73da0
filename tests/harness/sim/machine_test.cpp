#include "harness/sim/machine.h"

#include <gtest/gtest.h>

#include "tests/harness/sim/small_hosts.h"

namespace sim {
namespace {

using namespace std::chrono_literals;

TEST(Machine, gives_each_incarnation_a_seed_of_its_own) {
    std::vector<std::uint64_t> seeds;
    const auto remember = [&](std::uint64_t seed) {
        seeds.push_back(seed);
        return std::make_unique<Echo>();
    };
    Machine machine("bridge", remember, 1);
    machine.boot();
    machine.kill();
    machine.boot();
    Machine other("genesys", remember, 1);
    other.boot();
    ASSERT_EQ(seeds.size(), 3U);
    EXPECT_NE(seeds[0], seeds[1]);
    EXPECT_NE(seeds[0], seeds[2]);
    EXPECT_EQ(machine.incarnation(), 2U);
}

TEST(Machine, keeps_its_store_and_nothing_else_over_a_crash) {
    Machine machine("bridge", always<Echo>(), 1);
    machine.boot();
    machine.store().apply({{"key", "value"}});
    machine.ledger().request_arrived(host::RequestId{1}, ExchangeId{1});
    machine.kill();
    EXPECT_FALSE(machine.is_up());
    EXPECT_EQ(machine.store().records().size(), 1U);
    EXPECT_TRUE(machine.ledger().waiting().empty());
}

TEST(Machine, tells_wakeups_in_the_worlds_time_though_its_own_clock_differs) {
    Clock clock;
    clock.advance_to(base::TimePoint{5s});
    Machine machine("ticker", [](std::uint64_t seed) { return std::make_unique<Ticker>(seed, 2s, 1); }, 1);
    machine.boot();
    machine.give(host::Restored{}, clock);
    EXPECT_EQ(machine.next_wakeup(clock)->when, base::TimePoint{7s});
    clock.advance_to(base::TimePoint{9s});
    EXPECT_EQ(machine.next_wakeup(clock)->when, base::TimePoint{9s});
}

TEST(Machine, dies_in_place_of_the_planned_effect) {
    Machine machine("bridge", always<Echo>(), 1);
    machine.boot();
    machine.die_at_effect(2);
    EXPECT_TRUE(machine.may_execute_next());
    EXPECT_FALSE(machine.may_execute_next());
    EXPECT_EQ(machine.effects(), 1U);
}

TEST(Machine, survives_the_effect_after_it_was_restarted) {
    Machine machine("bridge", always<Echo>(), 1);
    machine.boot();
    machine.die_at_effect(1);
    machine.kill();
    machine.boot();
    EXPECT_TRUE(machine.may_execute_next());
}

TEST(MachineDeathTest, cannot_die_at_an_effect_of_the_past) {
    Machine machine("bridge", always<Echo>(), 1);
    machine.boot();
    EXPECT_TRUE(machine.may_execute_next());
    EXPECT_DEATH(machine.die_at_effect(1), "has not happened yet");
}

}  // namespace
}  // namespace sim
