// A customer has one conversation while it lives, and the same one again within the threading window after
// its end
// ("Messaging threading timeline", help centre).
#include <fmt/format.h>

#include <utility>

#include "harness/invariants/promises.h"

namespace invariants {
namespace {

// What is seen of an end and of a message may be this much apart from when they happened.
constexpr base::Duration boundary_blur = std::chrono::seconds{5};

class Threading : public Watching<Threading> {
  public:
    explicit Threading(const Rules& rules)
        : window_(rules.threading_window), blur_(rules.feed_lag + boundary_blur) {}
    std::string_view name() const override { return "threading"; }

    using Watching::see;
    std::optional<Breach> see(const ConversationEnded& fact, const Seen& seen) {
        const auto latest = latest_.find(fact.address);
        if (latest != latest_.end() && latest->second.conversation == fact.conversation)
            latest->second.ended = {seen.number, seen.time};
        return std::nullopt;
    }
    std::optional<Breach> see(const InboundTaken& fact, const Seen& seen) {
        const auto [place, is_first] =
            latest_.try_emplace(fact.address, Latest{fact.conversation, seen.number, {}});
        if (is_first) return std::nullopt;
        const Latest before = std::exchange(place->second, {fact.conversation, seen.number, {}});
        const bool is_same = before.conversation == fact.conversation;
        if (before.ended.fact == 0) {
            if (is_same) return std::nullopt;
            return Breach{fmt::format("{} got conversation {} while {} was live", fact.address,
                                      fact.conversation, before.conversation),
                          {before.fact, seen.number}};
        }
        const base::Duration away = seen.time - before.ended.time;
        const bool must_be_same = away + blur_ < window_;
        const bool must_differ = away > window_ + blur_;
        if (!(must_be_same && !is_same) && !(must_differ && is_same)) return std::nullopt;
        return Breach{fmt::format("{} came back {} after the end and got {} conversation", fact.address,
                                  base::to_seconds_text(away), is_same ? "the same" : "another"),
                      {before.fact, before.ended.fact, seen.number}};
    }

  private:
    struct End {
        std::size_t fact = 0;
        base::Duration time{};
    };
    struct Latest {
        std::string conversation;
        std::size_t fact = 0;
        End ended;
    };
    base::Duration window_;
    base::Duration blur_;
    std::map<std::string, Latest> latest_;  // by address
};

}  // namespace

PromisePtr threading(const Rules& rules) { return std::make_unique<Threading>(rules); }

}  // namespace invariants
