// Which messages of Genesys have been taken. Genesys delivers at least once: it repeats a webhook for up to
// 85 s when it saw no 2xx (developer centre, "Validate webhooks": 10 s limit, 5 retries 5 s apart), and live
// logs show the same id again after an answer. Ids are kept for the life of the session, because the end of a
// handover is judged by them; beyond ids_kept the oldest go, but none before the retry horizon is over,
// unless there are ids_max.
#pragma once

#include <cstddef>
#include <deque>
#include <set>
#include <utility>
#include <vector>

#include "bridge/core/ids.h"
#include "foundation/base/time.h"

namespace bridge {

inline constexpr base::Duration retry_horizon = std::chrono::seconds{85};
inline constexpr std::size_t ids_kept = 1000;
inline constexpr std::size_t ids_max = 4000;

class Dedupe {
  public:
    bool contains(const GenesysMessageId& id) const { return ids_.contains(id); }
    // Not contained so far. Returns the ids that were forgotten for it.
    std::vector<GenesysMessageId> remember(GenesysMessageId id, base::UtcTime now);

  private:
    std::set<GenesysMessageId> ids_;
    std::deque<std::pair<base::UtcTime, GenesysMessageId>> by_age_;
};

}  // namespace bridge
