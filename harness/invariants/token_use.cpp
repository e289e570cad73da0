// The bridge uses no token that it knows to be expired or refused, and asks for one token at a time.
#include <fmt/format.h>

#include <utility>

#include "harness/invariants/promises.h"

namespace invariants {
namespace {

constexpr int unauthorised = 401;

class TokenUse : public Watching<TokenUse> {
  public:
    std::string_view name() const override { return "token-use"; }

    using Watching::see;
    std::optional<Breach> see(const ApiCalled& fact, const Seen& seen) {
        calls_.insert_or_assign(fact.call, Call{fact.kind, fact.token, seen.number});
        if (fact.kind == ApiCalled::Kind::Token) {
            const std::size_t other = std::exchange(asking_, seen.number);
            if (other == 0) return std::nullopt;
            return Breach{"two tokens are asked for at the same time", {other, seen.number}};
        }
        if (const auto refused = refused_.find(fact.token); refused != refused_.end())
            return Breach{"a token was used again after it was refused", {refused->second, seen.number}};
        const auto granted = granted_.find(fact.token);
        if (granted == granted_.end() || seen.time < granted->second.expires) return std::nullopt;
        return Breach{"a token was used after its time", {granted->second.fact, seen.number}};
    }
    std::optional<Breach> see(const ApiAnswered& fact, const Seen& seen) {
        const auto call = calls_.extract(fact.call);
        if (call.empty()) return std::nullopt;
        const Call& asked = call.mapped();
        if (asked.kind == ApiCalled::Kind::Token) {
            if (asking_ == asked.fact) asking_ = 0;
            if (!fact.granted.empty())
                granted_.insert_or_assign(fact.granted, Grant{seen.time + fact.valid_for, seen.number});
        } else if (fact.status == unauthorised) {
            refused_.try_emplace(asked.token, seen.number);
        }
        return std::nullopt;
    }
    std::optional<Breach> see(const BridgeCrashed& /*fact*/, const Seen& /*seen*/) {
        asking_ = 0;
        calls_.clear();
        return std::nullopt;
    }

  private:
    struct Call {
        ApiCalled::Kind kind;
        std::string token;
        std::size_t fact = 0;
    };
    struct Grant {
        base::Duration expires{};
        std::size_t fact = 0;
    };
    std::map<std::string, Call> calls_;           // that are under way
    std::map<std::string, Grant> granted_;        // by token
    std::map<std::string, std::size_t> refused_;  // by token
    std::size_t asking_ = 0;                      // the call for a token that is under way; 0: none
};

}  // namespace

PromisePtr token_use() { return std::make_unique<TokenUse>(); }

}  // namespace invariants
