// Lines of one customer reach Genesys Cloud in the order in which they were written.
#include <fmt/format.h>

#include "harness/invariants/line_matching.h"
#include "harness/invariants/promises.h"

namespace invariants {
namespace {

class InboundInOrder : public Watching<InboundInOrder> {
  public:
    std::string_view name() const override { return "inbound-in-order"; }

    using Watching::see;
    std::optional<Breach> see(const LineWritten& fact, const Seen& seen) {
        lines_.written(fact, seen.number);
        return std::nullopt;
    }
    std::optional<Breach> see(const InboundTaken& fact, const Seen& seen) {
        const auto arrival = lines_.arrived(fact, seen.number);
        if (arrival.as != LineMatching::Arrival::As::TooLate) return std::nullopt;
        return Breach{fmt::format("line {} of {} reached Genesys Cloud after a later one, {}",
                                  arrival.line->message, fact.address, arrival.latest->message),
                      {arrival.line->fact, arrival.latest->fact, arrival.latest->arrived, seen.number}};
    }

  private:
    LineMatching lines_;
};

}  // namespace

PromisePtr inbound_in_order() { return std::make_unique<InboundInOrder>(); }

}  // namespace invariants
