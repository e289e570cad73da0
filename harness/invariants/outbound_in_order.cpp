// A customer sees the lines of one conversation in the order in which the agents wrote them, as far as
// Genesys Cloud delivers them in order.
#include <fmt/format.h>

#include "harness/invariants/promises.h"

namespace invariants {
namespace {

class OutboundInOrder : public Watching<OutboundInOrder> {
  public:
    explicit OutboundInOrder(bool is_judged) : is_judged_(is_judged) {}
    std::string_view name() const override { return "outbound-in-order"; }

    using Watching::see;
    std::optional<Breach> see(const OutboundSaid& fact, const Seen& seen) {
        said_.insert_or_assign(fact.message, Said{fact.conversation, seen.number});
        return std::nullopt;
    }
    std::optional<Breach> see(const OutputSeen& fact, const Seen& seen) {
        const auto said = said_.find(fact.message);
        if (said == said_.end()) return std::nullopt;
        Shown& latest = latest_[said->second.conversation];
        const Shown before = latest;
        if (said->second.fact > latest.said) latest = {said->second.fact, seen.number, fact.message};
        if (!is_judged_ || said->second.fact >= before.said) return std::nullopt;
        return Breach{fmt::format("message {} was shown after {}, which was written later", fact.message,
                                  before.message),
                      {said->second.fact, before.said, before.shown, seen.number}};
    }
    // A repeated or withheld webhook is how the mock is asked to break the order.
    std::optional<Breach> see(const FaultArmed& fact, const Seen& /*seen*/) {
        if (!fact.is_ordinary) is_judged_ = false;
        return std::nullopt;
    }

  private:
    struct Said {
        std::string conversation;
        std::size_t fact = 0;
    };
    struct Shown {
        std::size_t said = 0;
        std::size_t shown = 0;
        std::string message;
    };
    bool is_judged_;
    std::map<std::string, Said> said_;     // by message
    std::map<std::string, Shown> latest_;  // by conversation
};

}  // namespace

PromisePtr outbound_in_order(const Rules& rules) {
    return std::make_unique<OutboundInOrder>(rules.webhooks_are_ordered);
}

}  // namespace invariants
