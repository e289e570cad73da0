// Every line of a customer reaches Genesys Cloud at most once, whatever is repeated on the way.
#include <fmt/format.h>

#include "harness/invariants/line_matching.h"
#include "harness/invariants/promises.h"

namespace invariants {
namespace {

class InboundOnce : public Watching<InboundOnce> {
  public:
    explicit InboundOnce(bool is_judged) : is_judged_(is_judged) {}
    std::string_view name() const override { return "inbound-once"; }

    using Watching::see;
    std::optional<Breach> see(const LineWritten& fact, const Seen& seen) {
        lines_.written(fact, seen.number);
        return std::nullopt;
    }
    std::optional<Breach> see(const InboundTaken& fact, const Seen& seen) {
        const auto before = earlier_.find({fact.address, fact.text});
        const auto arrival = lines_.arrived(fact, seen.number);
        const std::size_t first = before == earlier_.end() ? 0 : before->second;
        earlier_.insert_or_assign({fact.address, fact.text}, seen.number);
        if (!is_judged_ || arrival.as != LineMatching::Arrival::As::Repeated) return std::nullopt;
        return Breach{fmt::format("line {} of {} reached Genesys Cloud more than once", arrival.line->message,
                                  fact.address),
                      {arrival.line->fact, first, seen.number}};
    }

  private:
    bool is_judged_;
    LineMatching lines_;
    std::map<std::pair<std::string, std::string>, std::size_t> earlier_;  // by address and text
};

}  // namespace

PromisePtr inbound_once(const Rules& rules) {
    return std::make_unique<InboundOnce>(rules.repeats_are_ignored);
}

}  // namespace invariants
