// Gives every part of an organisation that has no id one from the seed.
#pragma once

#include <cstdint>

#include "mock-genesys/core/organisation.h"

namespace mock {

// Ids that are there stay; the others depend on the seed and the part's kind and name only, so that adding a
// queue to a file does not change the id of another. Assigning twice changes nothing.
Organisation assign_ids(Organisation organisation, std::uint64_t seed);

}  // namespace mock
