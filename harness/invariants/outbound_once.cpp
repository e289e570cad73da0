// A customer sees every line of an agent at most once, however often the webhook came.
#include <fmt/format.h>

#include "harness/invariants/promises.h"

namespace invariants {
namespace {

class OutboundOnce : public Watching<OutboundOnce> {
  public:
    std::string_view name() const override { return "outbound-once"; }

    using Watching::see;
    std::optional<Breach> see(const OutputSeen& fact, const Seen& seen) {
        const auto [first, is_new] = first_.try_emplace(fact.message, seen.number);
        if (is_new) return std::nullopt;
        return Breach{fmt::format("message {} was shown twice", fact.message), {first->second, seen.number}};
    }

  private:
    std::map<std::string, std::size_t> first_;  // by message
};

}  // namespace

PromisePtr outbound_once() { return std::make_unique<OutboundOnce>(); }

}  // namespace invariants
