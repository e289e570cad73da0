// A line of an agent that the bridge has acknowledged is shown to the customer, if a human owned the chat
// when it came.
#include <fmt/format.h>

#include "harness/invariants/delivered_lines.h"
#include "harness/invariants/promises.h"

namespace invariants {
namespace {

class OutboundKept : public Watching<OutboundKept> {
  public:
    std::string_view name() const override { return "outbound-kept"; }

    std::optional<Breach> see(const auto& fact, const Seen& seen) {
        lines_.look_at(fact, seen);
        return std::nullopt;
    }
    // What goes wrong with the mock's own answers to itself is no acknowledgement.
    std::optional<Breach> at_rest() const override {
        for (const auto& [message, line] : lines_.all())
            if (lines_.is_missing(line))
                return Breach{fmt::format("line {} of an agent was acknowledged and never shown", message),
                              {line.said, line.acknowledged}};
        return std::nullopt;
    }

  private:
    DeliveredLines lines_;
};

}  // namespace

PromisePtr outbound_kept() { return std::make_unique<OutboundKept>(); }

}  // namespace invariants
