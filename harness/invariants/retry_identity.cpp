// A message that is sent again is the same message: same id, same bytes.
#include <fmt/format.h>

#include "harness/invariants/promises.h"

namespace invariants {
namespace {

class RetryIdentity : public Watching<RetryIdentity> {
  public:
    std::string_view name() const override { return "retry-identity"; }

    using Watching::see;
    std::optional<Breach> see(const WebhookPosted& fact, const Seen& seen) {
        if (mock_may_lie_) return std::nullopt;
        return compare(webhooks_, fact.message, fact.signature + fact.body, seen.number, "webhook");
    }
    std::optional<Breach> see(const ApiCalled& fact, const Seen& seen) {
        if (fact.kind != ApiCalled::Kind::Inbound) return std::nullopt;
        return compare(inbound_, fact.provider_message, fact.body, seen.number, "message");
    }
    std::optional<Breach> see(const FaultArmed& fact, const Seen& /*seen*/) {
        if (!fact.is_ordinary) mock_may_lie_ = true;
        return std::nullopt;
    }

  private:
    struct First {
        std::string bytes;
        std::size_t fact = 0;
    };
    static std::optional<Breach> compare(std::map<std::string, First>& known, const std::string& message,
                                         const std::string& bytes, std::size_t number,
                                         std::string_view what) {
        const auto [first, is_new] = known.try_emplace(message, First{bytes, number});
        if (is_new || first->second.bytes == bytes) return std::nullopt;
        return Breach{fmt::format("{} {} was sent again with other bytes", what, message),
                      {first->second.fact, number}};
    }

    bool mock_may_lie_ = false;
    std::map<std::string, First> webhooks_;
    std::map<std::string, First> inbound_;
};

}  // namespace

PromisePtr retry_identity() { return std::make_unique<RetryIdentity>(); }

}  // namespace invariants
