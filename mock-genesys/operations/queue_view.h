// A queue as every operation shows it, and finding one.
#pragma once

#include "mock-genesys/api/entity.h"
#include "mock-genesys/operations/operation.h"

namespace mock {

inline constexpr std::string_view queues_path = "/api/v2/routing/queues";

Entity encode_queue(const Workplace& at, const Queue& queue);
// The queue that the path parameter queueId names; nullptr if there is none.
Queue* find_queue(Workplace& at, const Call& call);

}  // namespace mock
