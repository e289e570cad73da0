#include "harness/sim/violations.h"

#include <algorithm>
#include <utility>

#include "foundation/base/check.h"

namespace sim {

void Violations::report(std::string story) {
    base::check(on_violation_ == OnViolation::Collect, story);
    const bool known = std::ranges::find(stories_, story) != stories_.end();
    if (!known && stories_.size() < stories_max) stories_.push_back(std::move(story));
}

}  // namespace sim
