// What can go wrong with one exchange, deliberately. Each kind says what becomes of a request that somebody
// makes to the mock and of a webhook call that the mock makes; faulty_host.h carries it out.
#pragma once

#include <optional>
#include <string_view>
#include <variant>

#include "foundation/base/time.h"
#include "foundation/host/host.h"

namespace mock {

struct Answer {  // a status instead of what would have happened
    int status = 503;
};
struct LoseRequest {};   // the request never arrives
struct LoseResponse {};  // it is handled, its answer is lost
struct Delay {           // it happens late
    base::Duration by{};
};
using Misbehaviour = std::variant<Answer, LoseRequest, LoseResponse, Delay>;

// A gateway tells the caller of a lost exchange 504.
inline constexpr int status_of_lost_exchange = 504;

// Of a request to the mock.
struct RequestPlan {
    bool is_handled = true;     // by the platform behind
    std::optional<int> status;  // the caller gets this status in the error shape instead of the real answer
    base::Duration answered_later_by{};
};

// Of a call that the mock makes.
struct CallPlan {
    using Result = std::variant<int, host::TransportFailure>;
    bool is_made = true;
    std::optional<Result> result_at_once;  // what the platform is told; the real result is thrown away
    base::Duration made_later_by{};
};

RequestPlan plan_request(const Answer& answer);
RequestPlan plan_request(const LoseRequest& loss);
RequestPlan plan_request(const LoseResponse& loss);
RequestPlan plan_request(const Delay& delay);

CallPlan plan_call(const Answer& answer);
CallPlan plan_call(const LoseRequest& loss);
CallPlan plan_call(const LoseResponse& loss);
CallPlan plan_call(const Delay& delay);

}  // namespace mock
