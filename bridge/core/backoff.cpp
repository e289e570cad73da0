#include "bridge/core/backoff.h"

#include <algorithm>

namespace bridge {

base::Duration backoff_delay(unsigned failures, base::Random& random) {
    base::Duration delay = backoff_least;
    for (unsigned i = 1; i < failures && delay < backoff_most; ++i) delay *= 2;
    delay = std::min(delay, backoff_most);
    const auto jitter = static_cast<std::uint64_t>(delay.count() / 5);
    return delay - base::Duration{static_cast<base::Duration::rep>(random.below(jitter + 1))};
}

}  // namespace bridge
