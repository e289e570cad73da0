// The lines of agents whose webhook the bridge has acknowledged, and whether the customer was shown them.
//
// A line that comes when the handover is over is not shown, and that is right. Whether it came then is judged
// by what the customer was told: nothing is owed if the latest status before the line was written is an end,
// or if an end was told between then and shortly after the acknowledgement.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "harness/invariants/customers.h"
#include "harness/invariants/fact.h"

namespace invariants {

struct DeliveredLine {
    std::string customer;
    std::size_t said = 0;  // its OutboundSaid
    base::Duration said_at{};
    std::size_t acknowledged = 0;  // its WebhookConcluded; 0: not delivered
    base::Duration acknowledged_at{};
    std::size_t shown = 0;  // its OutputSeen; 0: never
    bool was_open = false;  // when it was said, as the customer was told
};

class DeliveredLines {
  public:
    template <class Other>
    void look_at(const Other& /*fact*/, const Seen& /*seen*/) {}
    void look_at(const LineWritten& fact, const Seen& seen);
    void look_at(const ConversationStarted& fact, const Seen& seen);
    void look_at(const OutboundSaid& fact, const Seen& seen);
    void look_at(const WebhookConcluded& fact, const Seen& seen);
    void look_at(const OutputSeen& fact, const Seen& seen);
    void look_at(const StatusSeen& fact, const Seen& seen);

    // Acknowledged, owed to the customer and not shown.
    bool is_missing(const DeliveredLine& line) const;
    // By message, agents' lines only.
    const std::map<std::string, DeliveredLine>& all() const { return lines_; }

  private:
    struct Chat {
        bool is_open = false;
        std::vector<base::Duration> ends;  // when an end was told
    };

    Customers customers_;
    std::map<std::string, DeliveredLine> lines_;
    std::map<std::string, Chat> chats_;  // by customer
};

}  // namespace invariants
