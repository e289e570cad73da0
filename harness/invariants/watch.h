// Watches a run: every promise judges every fact.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "harness/invariants/promise.h"
#include "harness/invariants/rules.h"

namespace invariants {

// Facts of one run that are kept for stories; breaches that name older ones tell what is left.
inline constexpr std::size_t facts_kept_max = 200'000;

struct BrokenPromise {
    std::string promise;             // its name
    std::string what;                // a sentence
    std::vector<std::string> story;  // the facts that show it, in order
};

class Watch {
  public:
    explicit Watch(const Rules& rules);
    // Judged by these only; for tests.
    explicit Watch(std::vector<PromisePtr> promises) : promises_(std::move(promises)) {}

    void see(base::Duration time, Fact fact);
    // The first promise that was broken; the rest of the run is not judged any more.
    const std::optional<BrokenPromise>& broken() const { return broken_; }
    // What is missing, if nothing goes wrong any more and nothing is under way.
    std::optional<BrokenPromise> missing() const;
    std::size_t facts() const { return facts_.size(); }

  private:
    BrokenPromise tell(const Promise& promise, Breach breach) const;

    std::vector<PromisePtr> promises_;
    std::vector<Seen> facts_;
    std::optional<BrokenPromise> broken_;
};

}  // namespace invariants
