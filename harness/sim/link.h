// The network's decision about each message: when it arrives, whether twice, or not at all. Sans-IO: a
// Passage in, a Verdict out. Rules are tried in the order of installation and the first that acts decides.
#pragma once

#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

#include "foundation/base/time.h"
#include "harness/sim/rule.h"

namespace sim {

struct Deliver {
    base::Duration after;  // latency included
    std::optional<base::Duration> copy_after;
};
struct Lost {};
using Verdict = std::variant<Deliver, Lost>;

class Link {
  public:
    explicit Link(base::Duration latency) : latency_(latency) {}

    base::Duration latency() const { return latency_; }
    RuleId install(Rule rule);
    // False if there is no such rule, or if its count is used up.
    bool remove(RuleId id);
    Verdict decide(const Passage& passage);

  private:
    struct Installed {
        RuleId id;
        Rule rule;
        std::uint64_t skipped = 0;
        std::uint64_t acted = 0;
    };
    Verdict verdict_of(const Installed& installed) const;

    base::Duration latency_;
    std::vector<Installed> rules_;
    std::uint64_t next_id_ = 1;
};

}  // namespace sim
