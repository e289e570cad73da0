#include "harness/invariants/watch.h"

#include <algorithm>

#include "harness/invariants/promises.h"

namespace invariants {

Watch::Watch(const Rules& rules) : promises_(all_promises(rules)) {}

void Watch::see(base::Duration time, Fact fact) {
    if (broken_ || facts_.size() >= facts_kept_max) return;
    facts_.push_back({facts_.size() + 1, time, std::move(fact)});
    for (const PromisePtr& promise : promises_) {
        auto breach = promise->look_at(facts_.back());
        if (!breach) continue;
        broken_ = tell(*promise, *std::move(breach));
        return;
    }
}

std::optional<BrokenPromise> Watch::missing() const {
    for (const PromisePtr& promise : promises_)
        if (auto breach = promise->at_rest()) return tell(*promise, *std::move(breach));
    return std::nullopt;
}

BrokenPromise Watch::tell(const Promise& promise, Breach breach) const {
    std::ranges::sort(breach.facts);
    const auto repeated = std::ranges::unique(breach.facts);
    breach.facts.erase(repeated.begin(), repeated.end());
    BrokenPromise broken{std::string(promise.name()), std::move(breach.what), {}};
    for (const std::size_t number : breach.facts)
        if (number > 0 && number <= facts_.size()) broken.story.push_back(describe(facts_[number - 1]));
    return broken;
}

}  // namespace invariants
