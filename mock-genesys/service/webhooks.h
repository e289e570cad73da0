// Outbound webhooks: deliveries as signed calls, and their results as events.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "foundation/host/host.h"
#include "mock-genesys/core/deliveries.h"
#include "mock-genesys/core/organisation.h"
#include "mock-genesys/service/event.h"

namespace mock {

class Webhooks {
  public:
    // The organisation must outlive this. An attempt goes to the integration's URL with its secret as they
    // are then.
    explicit Webhooks(const Organisation& organisation);

    // False if there are too many already.
    bool add(Delivery delivery, base::TimePoint now) { return deliveries_.add(std::move(delivery), now); }

    struct Attempt {
        host::Call call;
        Event event;  // webhook.attempt
    };
    // The next attempt that is due; it has begun with that.
    std::optional<Attempt> take_due(base::TimePoint now);

    struct Outcome {
        Event event;  // webhook.outcome
        DeliveryVerdict verdict;
        DeliveryKind kind;
        MessageId message;
        std::string failure;  // for people: "answered 400", "timed out"; empty if delivered
    };
    Outcome finished(const host::CallFinished& finished, base::TimePoint now);

    std::optional<base::TimePoint> next_wakeup() const { return deliveries_.next_wakeup(); }

  private:
    const Organisation& organisation_;
    Deliveries deliveries_;
    std::map<host::CallId, DeliveryId> calls_;
    std::uint64_t next_call_ = 1;
};

}  // namespace mock
