// A handover is completed only when everybody has left the conversation: a decline, a transfer, an agent who
// does not answer are no end.
#include <fmt/format.h>

#include <vector>

#include "harness/invariants/customers.h"
#include "harness/invariants/promises.h"

namespace invariants {
namespace {

class CompletedAfterEnd : public Watching<CompletedAfterEnd> {
  public:
    explicit CompletedAfterEnd(base::Duration feed_lag) : feed_lag_(feed_lag) {}
    std::string_view name() const override { return "completed-after-end"; }

    std::optional<Breach> look_at(const Seen& seen) override {
        Watching::look_at(seen);
        if (early_.empty() || seen.time - early_.front().time < feed_lag_) return std::nullopt;
        const Early early = early_.front();
        early_.erase(early_.begin());
        return Breach{fmt::format("the handover of {} was completed while its conversation was live",
                                  early.customer.empty() ? "the customer" : early.customer),
                      {early.live_since, early.fact}};
    }

    using Watching::see;
    std::optional<Breach> see(const LineWritten& fact, const Seen& /*seen*/) {
        customers_.look_at(fact);
        return std::nullopt;
    }
    std::optional<Breach> see(const ConversationStarted& fact, const Seen& /*seen*/) {
        customers_.look_at(fact);
        return std::nullopt;
    }
    std::optional<Breach> see(const InboundTaken& fact, const Seen& seen) {
        if (const auto customer = customers_.at_address(fact.address))
            live_.try_emplace(*customer, seen.number);
        return std::nullopt;
    }
    std::optional<Breach> see(const ConversationEnded& fact, const Seen& /*seen*/) {
        const auto customer = customers_.in_conversation(fact.conversation);
        if (!customer) return std::nullopt;
        live_.erase(*customer);
        std::erase_if(early_, [&](const Early& early) { return early.customer == *customer; });
        return std::nullopt;
    }
    // A platform that says it knows no such conversation is believed.
    std::optional<Breach> see(const FaultArmed& fact, const Seen& /*seen*/) {
        constexpr int not_found = 404;
        if (fact.on == FaultArmed::On::Requests && fact.status == not_found) is_misled_ = true;
        return std::nullopt;
    }
    std::optional<Breach> see(const StatusSeen& fact, const Seen& seen) {
        const auto live = live_.find(fact.customer);
        if (fact.status == "completed" && live != live_.end() && !is_misled_)
            early_.push_back({fact.customer, live->second, seen.number, seen.time});
        return std::nullopt;
    }

  private:
    struct Early {
        std::string customer;
        std::size_t live_since = 0;
        std::size_t fact = 0;
        base::Duration time{};
    };
    base::Duration feed_lag_;
    bool is_misled_ = false;
    Customers customers_;
    std::map<std::string, std::size_t> live_;  // customers with a live conversation
    std::vector<Early> early_;                 // ends whose reason may still be told
};

}  // namespace

PromisePtr completed_after_end(const Rules& rules) {
    return std::make_unique<CompletedAfterEnd>(rules.feed_lag);
}

}  // namespace invariants
