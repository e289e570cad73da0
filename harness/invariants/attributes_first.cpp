// The first message of a conversation carries the attributes of the handover: the flow starts on it and reads
// them.
#include <fmt/format.h>

#include <set>

#include "harness/invariants/promises.h"

namespace invariants {
namespace {

class AttributesFirst : public Watching<AttributesFirst> {
  public:
    std::string_view name() const override { return "attributes-first"; }

    using Watching::see;
    std::optional<Breach> see(const LineWritten& fact, const Seen& /*seen*/) {
        addresses_.insert(fact.address);
        return std::nullopt;
    }
    std::optional<Breach> see(const ConversationStarted& fact, const Seen& seen) {
        started_.insert_or_assign(fact.conversation, seen.number);
        return std::nullopt;
    }
    std::optional<Breach> see(const InboundTaken& fact, const Seen& seen) {
        const auto started = started_.extract(fact.conversation);
        const bool is_ours = addresses_.contains(fact.address);  // others may write without attributes
        if (started.empty() || !is_ours || !fact.attributes.empty()) return std::nullopt;
        return Breach{
            fmt::format("the first message of conversation {} has no attributes", fact.conversation),
            {started.mapped(), seen.number}};
    }

  private:
    std::set<std::string> addresses_;
    std::map<std::string, std::size_t> started_;  // conversations without a message so far
};

}  // namespace

PromisePtr attributes_first() { return std::make_unique<AttributesFirst>(); }

}  // namespace invariants
