#include "bridge/core/dedupe.h"

namespace bridge {

std::vector<GenesysMessageId> Dedupe::remember(GenesysMessageId id, base::UtcTime now) {
    if (!ids_.insert(id).second) return {};
    by_age_.emplace_back(now, std::move(id));
    std::vector<GenesysMessageId> forgotten;
    const auto oldest_may_go = [&] {
        return by_age_.size() > ids_max ||
               (by_age_.size() > ids_kept && now - by_age_.front().first > retry_horizon);
    };
    while (oldest_may_go()) {
        ids_.erase(by_age_.front().second);
        forgotten.push_back(std::move(by_age_.front().second));
        by_age_.pop_front();
    }
    return forgotten;
}

}  // namespace bridge
