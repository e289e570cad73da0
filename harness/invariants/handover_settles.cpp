// A handover whose conversation is over comes to its end: no customer waits for an agent who has left.
#include <fmt/format.h>

#include "harness/invariants/customers.h"
#include "harness/invariants/promises.h"

namespace invariants {
namespace {

class HandoverSettles : public Watching<HandoverSettles> {
  public:
    std::string_view name() const override { return "handover-settles"; }

    using Watching::see;
    std::optional<Breach> see(const LineWritten& fact, const Seen& /*seen*/) {
        customers_.look_at(fact);
        return std::nullopt;
    }
    std::optional<Breach> see(const ConversationStarted& fact, const Seen& /*seen*/) {
        customers_.look_at(fact);
        return std::nullopt;
    }
    std::optional<Breach> see(const InboundTaken& fact, const Seen& /*seen*/) {
        if (const auto customer = customers_.at_address(fact.address)) ended_.erase(*customer);
        return std::nullopt;
    }
    std::optional<Breach> see(const ConversationEnded& fact, const Seen& seen) {
        if (const auto customer = customers_.in_conversation(fact.conversation))
            ended_.insert_or_assign(*customer, seen.number);
        return std::nullopt;
    }
    std::optional<Breach> see(const StatusSeen& fact, const Seen& seen) {
        if (fact.status == "queue" || fact.status == "active")
            open_.try_emplace(fact.customer, seen.number);
        else
            open_.erase(fact.customer);
        return std::nullopt;
    }
    std::optional<Breach> at_rest() const override {
        for (const auto& [customer, since] : open_) {
            const auto ended = ended_.find(customer);
            if (ended == ended_.end()) continue;
            return Breach{fmt::format("the handover of {} never ended, though everybody has left",
                                      customer.empty() ? "the customer" : customer),
                          {since, ended->second}};
        }
        return std::nullopt;
    }

  private:
    Customers customers_;
    std::map<std::string, std::size_t> ended_;  // customers whose conversation is over
    std::map<std::string, std::size_t> open_;   // customers whose handover is not
};

}  // namespace

PromisePtr handover_settles() { return std::make_unique<HandoverSettles>(); }

}  // namespace invariants
