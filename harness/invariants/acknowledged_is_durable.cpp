// What the bridge has acknowledged survives a crash right after: the agent's line is shown all the same.
#include <fmt/format.h>

#include "harness/invariants/delivered_lines.h"
#include "harness/invariants/promises.h"

namespace invariants {
namespace {

class AcknowledgedIsDurable : public Watching<AcknowledgedIsDurable> {
  public:
    std::string_view name() const override { return "acknowledged-is-durable"; }

    using Watching::see;
    std::optional<Breach> see(const auto& fact, const Seen& seen) {
        lines_.look_at(fact, seen);
        return std::nullopt;
    }
    std::optional<Breach> see(const BridgeCrashed& /*fact*/, const Seen& seen) {
        for (const auto& [message, line] : lines_.all())
            if (lines_.is_missing(line)) crashed_after_.insert_or_assign(message, seen.number);
        return std::nullopt;
    }
    std::optional<Breach> at_rest() const override {
        for (const auto& [message, crash] : crashed_after_) {
            const DeliveredLine& line = lines_.all().at(message);
            if (lines_.is_missing(line))
                return Breach{
                    fmt::format("line {} of an agent was acknowledged, and a crash lost it", message),
                    {line.said, line.acknowledged, crash}};
        }
        return std::nullopt;
    }

  private:
    DeliveredLines lines_;
    std::map<std::string, std::size_t> crashed_after_;  // by message
};

}  // namespace

PromisePtr acknowledged_is_durable() { return std::make_unique<AcknowledgedIsDurable>(); }

}  // namespace invariants
