#include "mock-genesys/faults/misbehaviour.h"

namespace mock {

RequestPlan plan_request(const LoseResponse& /*loss*/) {
    return {.is_handled = true, .status = status_of_lost_exchange};
}

CallPlan plan_call(const LoseResponse& /*loss*/) {
    return {.is_made = true, .result_at_once = host::TransportFailure::TimedOut};
}

}  // namespace mock
