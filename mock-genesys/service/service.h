// The faithful mock as a Host: requests in, responses, webhook calls, events and traces out.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "foundation/host/host.h"
#include "mock-genesys/core/organisation.h"
#include "mock-genesys/core/platform.h"
#include "mock-genesys/core/tokens.h"
#include "mock-genesys/faults/fault_list.h"
#include "mock-genesys/service/api_requests.h"
#include "mock-genesys/service/control_requests.h"
#include "mock-genesys/service/event_feed.h"
#include "mock-genesys/service/webhooks.h"

namespace mock {

class Service : public host::Host {
  public:
    // `faults` is what the control interface arms; whoever wraps this carries them out.
    Service(Organisation organisation, std::uint64_t seed, std::shared_ptr<FaultList> faults,
            Traces traces = Traces::Told);

    void handle(host::Input input, base::Now now) override;
    std::vector<host::Effect> drain() override { return std::exchange(effects_, {}); }
    std::optional<host::Wakeup> next_wakeup() const override;

  private:
    void take(const host::RequestArrived& arrived, base::Now now);
    void take_control(const host::RequestArrived& arrived, base::Now now);
    void open_feed(host::RequestId request, std::uint64_t cursor);
    void take(const host::CallFinished& finished, base::Now now);
    // Turns everything that has happened or is due into events and calls.
    void settle(base::Now now);
    void tell(const Fact& fact, base::Now now);
    void tell_typing(const AgentTyped& typed, base::Now now);
    void deliver(Delivery delivery, base::Now now);
    void publish(const Event& event);

    Organisation organisation_;
    Platform platform_;
    Tokens tokens_;
    Webhooks webhooks_;
    EventFeed feed_;
    std::shared_ptr<FaultList> faults_;
    ApiRequests api_;
    ControlRequests control_;
    std::vector<host::Effect> effects_;
};

}  // namespace mock
