// One Host of a world over all its lives: the running incarnation, its store, what it has open, when it will
// die.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "foundation/host/host.h"
#include "harness/sim/clock.h"
#include "harness/sim/ledger.h"
#include "harness/sim/store.h"

namespace sim {

class Machine {
  public:
    using Factory = std::function<std::unique_ptr<host::Host>(std::uint64_t seed)>;

    Machine(std::string name, Factory factory, std::uint64_t world_seed);

    const std::string& name() const { return name_; }
    bool is_up() const { return host_ != nullptr; }
    std::uint64_t incarnation() const { return incarnation_; }

    // A new incarnation with a seed and a monotonic clock of its own; it must be down. Give it Restored next.
    void boot();
    // The store stays; host and ledger are gone.
    void kill();

    // Handles one input and returns the effects of the complete drain. It must be up.
    std::vector<host::Effect> give(host::Input input, const Clock& clock);
    // False if the drain left something behind: the Host breaks its contract.
    bool is_drained();
    // In the world's time, never before now. It must be up.
    std::optional<host::Wakeup> next_wakeup(const Clock& clock) const;

    // Counts the next effect; false when it is the one at which this machine dies.
    bool may_execute_next();
    std::uint64_t effects() const { return effects_; }
    // `nth` counts from 1 over all incarnations and must not have happened.
    void die_at_effect(std::uint64_t nth);

    Ledger& ledger() { return ledger_; }
    const Ledger& ledger() const { return ledger_; }
    Store& store() { return store_; }
    const Store& store() const { return store_; }

  private:
    std::string name_;
    Factory factory_;
    std::uint64_t world_seed_;
    std::uint64_t incarnation_ = 0;
    // Monotonic time means nothing across restarts; a Host that persists it is found out by this.
    base::Duration monotonic_offset_{};
    std::unique_ptr<host::Host> host_;
    Ledger ledger_;
    Store store_;
    std::uint64_t effects_ = 0;
    std::uint64_t fatal_effect_ = 0;  // 0: none
};

}  // namespace sim
