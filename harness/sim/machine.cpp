#include "harness/sim/machine.h"

#include <algorithm>
#include <utility>

#include "foundation/base/check.h"
#include "foundation/base/random.h"

namespace sim {
namespace {

constexpr std::uint64_t uptime_hours_max =
    1000;  // of the simulated operating system at the start of an incarnation

base::Duration drawn_uptime(std::uint64_t seed) {
    return std::chrono::hours(base::Random(base::derive_seed(seed, "uptime")).below(uptime_hours_max) + 1);
}

}  // namespace

Machine::Machine(std::string name, Factory factory, std::uint64_t world_seed)
    : name_(std::move(name)), factory_(std::move(factory)), world_seed_(world_seed) {}

void Machine::boot() {
    base::check(!is_up(), "only a crashed Host is started again");
    ++incarnation_;
    const std::uint64_t seed =
        base::derive_seed(base::derive_seed(world_seed_, name_), std::to_string(incarnation_));
    monotonic_offset_ = drawn_uptime(seed);
    host_ = factory_(seed);
    base::check(host_ != nullptr, "a factory makes a Host");
}

void Machine::kill() {
    base::check(is_up(), "only a running Host crashes");
    host_.reset();
    ledger_ = Ledger{};
    fatal_effect_ = 0;
}

std::vector<host::Effect> Machine::give(host::Input input, const Clock& clock) {
    base::check(is_up(), "only a running Host is given inputs");
    host_->handle(std::move(input), {clock.now() + monotonic_offset_, clock.utc()});
    return host_->drain();
}

bool Machine::is_drained() { return host_->drain().empty(); }

std::optional<host::Wakeup> Machine::next_wakeup(const Clock& clock) const {
    std::optional<host::Wakeup> wakeup = host_->next_wakeup();
    if (!wakeup) return std::nullopt;
    const base::TimePoint local_now = clock.now() + monotonic_offset_;
    wakeup->when = std::max(wakeup->when, local_now) - monotonic_offset_;
    return wakeup;
}

bool Machine::may_execute_next() {
    if (effects_ + 1 == fatal_effect_) return false;
    ++effects_;
    return true;
}

void Machine::die_at_effect(std::uint64_t nth) {
    base::check(nth > effects_, "a crash is planned at an effect that has not happened yet");
    fatal_effect_ = nth;
}

}  // namespace sim
