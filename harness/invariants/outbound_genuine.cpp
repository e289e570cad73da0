// What a customer sees of an agent was written by an agent, character by character, and not by anybody else.
#include <fmt/format.h>

#include <deque>

#include "harness/invariants/promises.h"

namespace invariants {
namespace {

class OutboundGenuine : public Watching<OutboundGenuine> {
  public:
    explicit OutboundGenuine(base::Duration feed_lag) : feed_lag_(feed_lag) {}
    std::string_view name() const override { return "outbound-genuine"; }

    std::optional<Breach> look_at(const Seen& seen) override {
        if (auto breach = Watching::look_at(seen)) return breach;
        if (unexplained_.empty() || seen.time - unexplained_.front().time < feed_lag_) return std::nullopt;
        return judge_oldest();
    }
    std::optional<Breach> at_rest() const override {
        for (const Shown& shown : unexplained_)
            if (auto breach = judge(shown)) return breach;
        return std::nullopt;
    }

    using Watching::see;
    std::optional<Breach> see(const OutboundSaid& fact, const Seen& seen) {
        said_.insert_or_assign(fact.message, Said{seen.number, fact.text});
        return std::nullopt;
    }
    std::optional<Breach> see(const WebhookForged& fact, const Seen& seen) {
        if (fact.is_genuine) said_.insert_or_assign(fact.message, Said{seen.number, fact.text});
        return std::nullopt;
    }
    std::optional<Breach> see(const OutputSeen& fact, const Seen& seen) {
        if (fact.source == "agent") unexplained_.push_back({fact.message, fact.text, seen.number, seen.time});
        return std::nullopt;
    }

  private:
    struct Said {
        std::size_t fact = 0;
        std::string text;
    };
    struct Shown {
        std::string message;
        std::string text;
        std::size_t fact = 0;
        base::Duration time{};
    };

    std::optional<Breach> judge(const Shown& shown) const {
        const auto said = said_.find(shown.message);
        if (said == said_.end())
            return Breach{
                fmt::format("message {} was shown as an agent's, and no agent wrote it", shown.message),
                {shown.fact}};
        if (said->second.text == shown.text) return std::nullopt;
        return Breach{
            fmt::format("message {} was shown with another text than it was written", shown.message),
            {said->second.fact, shown.fact}};
    }
    std::optional<Breach> judge_oldest() {
        const Shown shown = std::move(unexplained_.front());
        unexplained_.pop_front();
        return judge(shown);
    }

    base::Duration feed_lag_;
    std::map<std::string, Said> said_;  // by message
    std::deque<Shown> unexplained_;
};

}  // namespace

PromisePtr outbound_genuine(const Rules& rules) { return std::make_unique<OutboundGenuine>(rules.feed_lag); }

}  // namespace invariants
