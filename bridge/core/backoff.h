// How long to wait before a failed call is tried again.
#pragma once

#include "foundation/base/random.h"
#include "foundation/base/time.h"

namespace bridge {

inline constexpr base::Duration backoff_least = std::chrono::seconds{1};
inline constexpr base::Duration backoff_most = std::chrono::seconds{32};

// 1 s, 2 s, 4 s ... 32 s for failures 1, 2, 3 ..., each shortened by a random part of up to a fifth, so that
// many sessions do not come back at once and the waits still grow.
base::Duration backoff_delay(unsigned failures, base::Random& random);

}  // namespace bridge
