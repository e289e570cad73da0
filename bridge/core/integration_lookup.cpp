#include "bridge/core/integration_lookup.h"

#include <algorithm>

#include "foundation/base/check.h"
#include "foundation/base/nearest.h"

namespace bridge {

IntegrationLookup::ReadPage IntegrationLookup::begin() {
    base::check(!is_running(), "one lookup at a time");
    names_seen_.clear();
    page_ = 1;
    return {page_};
}

IntegrationLookup::Step IntegrationLookup::page_arrived(const IntegrationPage& page) {
    base::check(is_running(), "a page comes only while the lookup runs");
    const auto match = std::ranges::find(page.integrations, name_, &IntegrationName::name);
    if (match != page.integrations.end() && !match->id.empty()) {
        page_ = 0;
        found_ = match->id;
        return Found{match->id};
    }
    for (const IntegrationName& integration : page.integrations) names_seen_.push_back(integration.name);
    if (page.has_next && page_ < lookup_pages_max) return ReadPage{++page_};
    page_ = 0;
    const std::vector<std::string_view> candidates(names_seen_.begin(), names_seen_.end());
    return NotFound{std::string(base::nearest_name(name_, candidates))};
}

}  // namespace bridge
