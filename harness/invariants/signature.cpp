// A webhook is taken exactly if its signature is the base64 HMAC-SHA256 over the bytes that were sent
// ("Validate webhooks", Genesys developer centre); the mock signs each so.
#include <fmt/format.h>

#include "foundation/crypto/base64.h"
#include "foundation/crypto/hmac.h"
#include "harness/invariants/promises.h"

namespace invariants {
namespace {

class Signature : public Watching<Signature> {
  public:
    explicit Signature(const std::string& secret) : is_judged_(!secret.empty()), hmac_(secret) {}
    std::string_view name() const override { return "signature"; }

    using Watching::see;
    std::optional<Breach> see(const WebhookPosted& fact, const Seen& seen) {
        if (!is_judged_ || mock_may_lie_) return std::nullopt;
        if (fact.signature == "sha256=" + crypto::encode_base64(hmac_.sign(fact.body))) return std::nullopt;
        return Breach{fmt::format("webhook {} was sent with a wrong signature", fact.message), {seen.number}};
    }
    std::optional<Breach> see(const WebhookForged& fact, const Seen& seen) {
        const bool was_taken = fact.status >= 200 && fact.status < 300;
        if (!is_judged_ || fact.status == 0 || was_taken == fact.is_genuine) return std::nullopt;
        return Breach{was_taken ? "a webhook with a wrong signature was taken"
                                : "a webhook with the right signature was refused",
                      {seen.number}};
    }
    std::optional<Breach> see(const FaultArmed& fact, const Seen& /*seen*/) {
        if (!fact.is_ordinary) mock_may_lie_ = true;
        return std::nullopt;
    }

  private:
    bool is_judged_;
    bool mock_may_lie_ = false;
    crypto::HmacSha256 hmac_;
};

}  // namespace

PromisePtr signature(const Rules& rules) { return std::make_unique<Signature>(rules.webhook_secret); }

}  // namespace invariants
