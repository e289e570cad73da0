// The newest handover of a session as it is stored: how far it is, and the terms that it was begun with.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "bridge/core/handover.h"
#include "bridge/core/handover_terms.h"
#include "bridge/core/inactivity_timer.h"
#include "foundation/base/time.h"

namespace bridge {

struct StoredHandover {
    HandoverFacts facts;
    std::optional<base::UtcTime> ended_at;  // when the end was seen, while lines are missing
    HandoverTerms terms = {};
    InactivityTimer::Reading inactivity = {};
    friend bool operator==(const StoredHandover&, const StoredHandover&) = default;
};

std::string encode(const StoredHandover& handover);
// nullopt for what no version of this program has written. Terms that are not there are the defaults.
std::optional<StoredHandover> decode_handover(std::string_view text);

}  // namespace bridge
