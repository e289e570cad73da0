// The bridge does not hammer: between two attempts of a message that failed there is a pause, attempts are
// bounded, what is refused for good is not repeated, and after 429 it waits as long as it was asked to.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "harness/invariants/promises.h"

namespace invariants {
namespace {

constexpr base::Duration pause_min = std::chrono::milliseconds{500};
constexpr std::int64_t attempts_max = 10;  // of one life of the bridge
constexpr int unauthorised = 401;
constexpr int too_many_requests = 429;

// No repetition mends it.
bool is_final(int status) {
    constexpr std::array<int, 3> worth_repeating{unauthorised, 408, too_many_requests};
    return status >= 400 && status < 500 &&
           std::ranges::find(worth_repeating, status) == worth_repeating.end();
}

class Patience : public Watching<Patience> {
  public:
    std::string_view name() const override { return "patience"; }

    using Watching::see;
    std::optional<Breach> see(const ApiCalled& fact, const Seen& seen) {
        calls_.insert_or_assign(fact.call, fact.provider_message);
        if (seen.time < paused_until_)
            return Breach{"Genesys Cloud was asked again before the time it had asked for was over",
                          {pause_, seen.number}};
        if (fact.kind != ApiCalled::Kind::Inbound) return std::nullopt;
        Course& course = courses_[fact.provider_message];
        ++course.attempts;
        const auto breach = [&](std::string_view what) {
            return Breach{fmt::format("message {} {}", fact.provider_message, what),
                          {course.failed, seen.number}};
        };
        if (course.attempts > attempts_max) return breach("is sent too often");
        if (course.failed == 0) return std::nullopt;
        if (is_final(course.status)) return breach("is sent again after it was refused for good");
        const bool may_go_at_once = course.status == unauthorised || course.status == too_many_requests;
        if (may_go_at_once || seen.time - course.failed_at >= pause_min) return std::nullopt;
        return breach("is sent again without a pause");
    }
    std::optional<Breach> see(const ApiAnswered& fact, const Seen& seen) {
        if (fact.status == too_many_requests && fact.retry_after > base::Duration::zero()) {
            paused_until_ = std::max(paused_until_, seen.time + fact.retry_after);
            pause_ = seen.number;
        }
        const auto call = calls_.extract(fact.call);
        if (call.empty() || call.mapped().empty()) return std::nullopt;
        Course& course = courses_[call.mapped()];
        const bool is_no_failure = fact.status == too_many_requests || fact.status == unauthorised;
        if (is_no_failure) --course.attempts;  // of the message
        const bool is_success = fact.status >= 200 && fact.status < 300;
        course.failed = is_success ? 0 : seen.number;
        course.failed_at = seen.time;
        course.status = fact.status;
        return std::nullopt;
    }
    // It counts anew, and does not know what it was asked before.
    std::optional<Breach> see(const BridgeCrashed& /*fact*/, const Seen& /*seen*/) {
        calls_.clear();
        courses_.clear();
        paused_until_ = {};
        return std::nullopt;
    }

  private:
    struct Course {
        std::int64_t attempts = 0;
        std::size_t failed = 0;  // the latest answer, if it was a failure
        base::Duration failed_at{};
        int status = 0;
    };
    std::map<std::string, std::string> calls_;  // under way: the message they carry
    std::map<std::string, Course> courses_;     // by message
    base::Duration paused_until_{};
    std::size_t pause_ = 0;
};

}  // namespace

PromisePtr patience() { return std::make_unique<Patience>(); }

}  // namespace invariants
