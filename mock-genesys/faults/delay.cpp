#include "mock-genesys/faults/misbehaviour.h"

namespace mock {

RequestPlan plan_request(const Delay& delay) { return {.answered_later_by = delay.by}; }

CallPlan plan_call(const Delay& delay) { return {.made_later_by = delay.by}; }

}  // namespace mock
