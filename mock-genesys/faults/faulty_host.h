// Wraps the faithful Host in the faults that are armed, so that the platform itself knows nothing of them.
//
// Theory of operation. A request that a fault meets is answered by the fault, before or instead of the
// platform, or its answer is held back. A call that a fault meets is not made, made late, or made with its
// result thrown away; whatever the platform is told of it, it is told once. Held effects wait in a list by
// time. Requests to the control interface and streams are never met.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <utility>
#include <vector>

#include "foundation/host/host.h"
#include "mock-genesys/faults/fault_list.h"

namespace mock {

// The answer of a platform that refuses with this status.
using EncodeRefusal = std::function<http::Response(int status)>;

class FaultyHost : public host::Host {
  public:
    // `faults` is also what the control interface of `faithful` arms.
    FaultyHost(std::unique_ptr<host::Host> faithful, std::shared_ptr<FaultList> faults,
               EncodeRefusal encode_refusal);

    void handle(host::Input input, base::Now now) override;
    std::vector<host::Effect> drain() override { return std::exchange(effects_, {}); }
    std::optional<host::Wakeup> next_wakeup() const override;

  private:
    void release_due(base::TimePoint now);
    // True if the platform does not get to see it.
    bool intercept(const host::Input& input, base::Now now);
    bool intercept_request(const host::RequestArrived& arrived, base::Now now);
    void pass_on(std::vector<host::Effect> effects, base::Now now);
    void pass_on_call(host::Call call, base::Now now);
    void pass_on_response(host::Respond respond, base::Now now);
    void emit(host::Effect effect, base::TimePoint when, base::TimePoint now);
    void trace(const Met& met, std::string_view target);

    std::unique_ptr<host::Host> faithful_;
    std::shared_ptr<FaultList> faults_;
    EncodeRefusal encode_refusal_;
    std::map<host::RequestId, RequestPlan> planned_answers_;
    std::set<host::CallId> thrown_away_;  // calls whose real result is not told
    std::vector<host::Input> told_;       // results that the platform is told at once
    std::multimap<base::TimePoint, host::Effect> held_;
    std::vector<host::Effect> effects_;
};

}  // namespace mock
