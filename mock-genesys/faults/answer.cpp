#include "mock-genesys/faults/misbehaviour.h"

namespace mock {

RequestPlan plan_request(const Answer& answer) { return {.is_handled = false, .status = answer.status}; }

CallPlan plan_call(const Answer& answer) { return {.is_made = false, .result_at_once = answer.status}; }

}  // namespace mock
