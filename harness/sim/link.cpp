#include "harness/sim/link.h"

#include <utility>

#include "foundation/host/host.h"

namespace sim {

RuleId Link::install(Rule rule) {
    const RuleId id{next_id_++};
    if (rule.count > 0) rules_.push_back({id, std::move(rule)});
    return id;
}

bool Link::remove(RuleId id) {
    return std::erase_if(rules_, [id](const Installed& installed) { return installed.id == id; }) > 0;
}

Verdict Link::decide(const Passage& passage) {
    for (auto place = rules_.begin(); place != rules_.end(); ++place) {
        const Rule& rule = place->rule;
        if (!acts_on(rule.action, passage.leg) || !matches(rule.match, passage)) continue;
        if (place->skipped < rule.skip) {
            ++place->skipped;
            continue;
        }
        const Verdict verdict = verdict_of(*place);
        if (++place->acted == rule.count) rules_.erase(place);
        return verdict;
    }
    return Deliver{latency_, std::nullopt};
}

Verdict Link::verdict_of(const Installed& installed) const {
    const bool first_of_two = installed.acted % 2 == 0;
    return std::visit(
        host::Overloaded{
            [this](const Delay& delay) -> Verdict { return Deliver{latency_ + delay.by, std::nullopt}; },
            [](const Drop&) -> Verdict { return Lost{}; },
            [this](const Duplicate& twice) -> Verdict { return Deliver{latency_, latency_ + twice.after}; },
            [this, first_of_two](const Reorder& reorder) -> Verdict {
                return Deliver{latency_ + (first_of_two ? reorder.by : base::Duration{}), std::nullopt};
            },
            [](const LoseResponse&) -> Verdict { return Lost{}; },
        },
        installed.rule.action);
}

}  // namespace sim
