// Genesys Cloud repeats a webhook five seconds after an attempt that ended in a timeout, a failed connection,
// 429 or 5xx, five times at most, and after nothing else ("Validate webhooks", Genesys developer centre).
#include <fmt/format.h>

#include "harness/invariants/promises.h"

namespace invariants {
namespace {

constexpr base::Duration retry_gap = std::chrono::seconds{5};
constexpr std::int64_t attempts_max = 6;
constexpr int too_many_requests = 429;
constexpr int server_error_first = 500;

bool is_success(int status) { return status >= 200 && status < 300; }
bool is_worth_repeating(int status) {
    return status == 0 || status == too_many_requests || status >= server_error_first;
}

class WebhookSchedule : public Watching<WebhookSchedule> {
  public:
    explicit WebhookSchedule(base::Duration feed_lag) : feed_lag_(feed_lag) {}
    std::string_view name() const override { return "webhook-schedule"; }

    std::optional<Breach> at_rest() const override {
        for (const auto& [message, course] : courses_)
            if (course.attempts > 0 && (course.verdict.empty() || course.verdict == "retry"))
                return Breach{fmt::format("webhook {} is neither delivered nor given up", message),
                              {course.attempted, course.concluded}};
        return std::nullopt;
    }

    using Watching::see;
    std::optional<Breach> see(const WebhookAttempted& fact, const Seen& seen) {
        Course& course = courses_[fact.message];
        const Course before = course;
        course.attempted = seen.number;
        course.verdict.clear();
        ++course.attempts;
        if (fact.attempt != course.attempts || course.attempts > attempts_max)
            return Breach{fmt::format("webhook {} has an attempt too many, {}", fact.message, fact.attempt),
                          {before.attempted, seen.number}};
        if (before.attempts == 0) return std::nullopt;
        if (before.verdict != "retry")
            return Breach{fmt::format("webhook {} is repeated though it is settled", fact.message),
                          {before.concluded, seen.number}};
        if (seen.time - before.concluded_at + feed_lag_ >= retry_gap) return std::nullopt;
        return Breach{fmt::format("webhook {} is repeated after {}", fact.message,
                                  base::to_seconds_text(seen.time - before.concluded_at)),
                      {before.concluded, seen.number}};
    }
    std::optional<Breach> see(const WebhookConcluded& fact, const Seen& seen) {
        Course& course = courses_[fact.message];
        course.verdict = fact.verdict;
        course.concluded = seen.number;
        course.concluded_at = seen.time;
        const std::string_view wanted = is_success(fact.status) ? "delivered"
                                        : is_worth_repeating(fact.status) && fact.attempt < attempts_max
                                            ? "retry"
                                            : "failed";
        if (fact.verdict == wanted) return std::nullopt;
        return Breach{fmt::format("webhook {} should be {}", fact.message, wanted), {seen.number}};
    }

  private:
    struct Course {
        std::int64_t attempts = 0;
        std::size_t attempted = 0;
        std::size_t concluded = 0;
        base::Duration concluded_at{};
        std::string verdict;
    };
    base::Duration feed_lag_;
    std::map<std::string, Course> courses_;  // by message
};

}  // namespace

PromisePtr webhook_schedule(const Rules& rules) { return std::make_unique<WebhookSchedule>(rules.feed_lag); }

}  // namespace invariants
