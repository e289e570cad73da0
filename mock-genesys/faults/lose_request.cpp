#include "mock-genesys/faults/misbehaviour.h"

namespace mock {

RequestPlan plan_request(const LoseRequest& /*loss*/) {
    return {.is_handled = false, .status = status_of_lost_exchange};
}

CallPlan plan_call(const LoseRequest& /*loss*/) {
    return {.is_made = false, .result_at_once = host::TransportFailure::TimedOut};
}

}  // namespace mock
