// While a human owns the chat the bot does not answer the customer.
#include <fmt/format.h>

#include "harness/invariants/promises.h"

namespace invariants {
namespace {

class OneOwner : public Watching<OneOwner> {
  public:
    explicit OneOwner(std::set<std::string> bot_answers) : bot_answers_(std::move(bot_answers)) {}
    std::string_view name() const override { return "one-owner"; }

    using Watching::see;
    std::optional<Breach> see(const StatusSeen& fact, const Seen& seen) {
        if (fact.status == "queue" || fact.status == "active")
            owned_by_human_since_.try_emplace(fact.customer, seen.number);
        else
            owned_by_human_since_.erase(fact.customer);
        return std::nullopt;
    }
    std::optional<Breach> see(const OutputSeen& fact, const Seen& seen) {
        const auto since = owned_by_human_since_.find(fact.customer);
        const bool is_answer = fact.source == "bot" && bot_answers_.contains(fact.text);
        if (since == owned_by_human_since_.end() || !is_answer) return std::nullopt;
        return Breach{"the bot answered while a human owned the chat", {since->second, seen.number}};
    }

  private:
    std::set<std::string> bot_answers_;
    std::map<std::string, std::size_t> owned_by_human_since_;  // by customer
};

}  // namespace

PromisePtr one_owner(const Rules& rules) { return std::make_unique<OneOwner>(rules.bot_answers); }

}  // namespace invariants
