// Nothing of one customer reaches another one or another conversation: neither lines of an agent nor what was
// written.
#include <fmt/format.h>

#include <algorithm>

#include "harness/invariants/customers.h"
#include "harness/invariants/promises.h"

namespace invariants {
namespace {

// Shorter lines may be in anything.
constexpr std::size_t taint_bytes_min = 10;

class Isolation : public Watching<Isolation> {
  public:
    std::string_view name() const override { return "isolation"; }

    using Watching::see;
    std::optional<Breach> see(const LineWritten& fact, const Seen& seen) {
        customers_.look_at(fact);
        users_.insert_or_assign(fact.user, Owner{fact.address, seen.number, false});
        if (fact.text.size() < taint_bytes_min) return std::nullopt;
        const auto [taint, is_new] = taints_.try_emplace(fact.text, Owner{fact.address, seen.number, false});
        if (!is_new && taint->second.address != fact.address) taint->second.is_shared = true;
        return std::nullopt;
    }
    std::optional<Breach> see(const ConversationStarted& fact, const Seen& /*seen*/) {
        customers_.look_at(fact);
        return std::nullopt;
    }
    std::optional<Breach> see(const OutboundSaid& fact, const Seen& seen) {
        said_.insert_or_assign(fact.message, Said{fact.conversation, seen.number});
        return std::nullopt;
    }
    std::optional<Breach> see(const OutputSeen& fact, const Seen& seen) {
        const auto said = said_.find(fact.message);
        if (said == said_.end()) return std::nullopt;
        const auto owner = customers_.in_conversation(said->second.conversation);
        if (!owner || *owner == fact.customer) return std::nullopt;
        return Breach{fmt::format("message {} was written to another customer", fact.message),
                      {said->second.fact, seen.number}};
    }
    std::optional<Breach> see(const InboundTaken& fact, const Seen& seen) {
        if (!customers_.at_address(fact.address)) return std::nullopt;
        for (const auto& [text, owner] : taints_)
            if (!owner.is_shared && owner.address != fact.address && fact.text.contains(text) &&
                !is_own(fact.address, text))
                return Breach{fmt::format("a line of {} was sent for {}", owner.address, fact.address),
                              {owner.fact, seen.number}};
        for (const auto& [key, value] : fact.attributes) {
            const auto owner = users_.find(value);
            if (owner != users_.end() && owner->second.address != fact.address)
                return Breach{fmt::format("attribute {} of {} names another customer", key, fact.address),
                              {owner->second.fact, seen.number}};
        }
        return std::nullopt;
    }

  private:
    struct Owner {
        std::string address;
        std::size_t fact = 0;
        bool is_shared = false;
    };
    struct Said {
        std::string conversation;
        std::size_t fact = 0;
    };
    // Part of something this customer wrote.
    bool is_own(const std::string& address, const std::string& text) const {
        return std::ranges::any_of(taints_, [&](const auto& taint) {
            return taint.second.address == address && taint.first.contains(text);
        });
    }

    Customers customers_;
    std::map<std::string, Owner> taints_;  // by text
    std::map<std::string, Owner> users_;   // by user
    std::map<std::string, Said> said_;     // by message
};

}  // namespace

PromisePtr isolation() { return std::make_unique<Isolation>(); }

}  // namespace invariants
