// Webhook deliveries and their retries.
//
// Theory of operation (schedule: Genesys developer centre, "Validate webhooks"). A delivery is attempted at
// once. An attempt has 10 seconds; on a timeout, a failed connection, 429 or 5xx it is repeated 5 seconds
// after it ended, at most 5 times, with the same bytes. Any 2xx delivers it, any other answer is final. With
// WebhookOrder::PerConversation the deliveries of one conversation form a lane in which only the first is
// attempted. The machine knows when, not how: due() hands out attempts, finished() takes their results.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "foundation/base/time.h"
#include "mock-genesys/core/switches.h"
#include "mock-genesys/core/values.h"

namespace mock {

inline constexpr base::Duration attempt_timeout = std::chrono::seconds(10);
inline constexpr base::Duration retry_gap = std::chrono::seconds(5);
inline constexpr int attempts_max = 6;
inline constexpr std::size_t deliveries_max = 100'000;

using DeliveryId = base::Serial<struct DeliveryTag>;

enum class DeliveryKind { Message, Receipt, Typing };

struct Delivery {
    DeliveryKind kind = DeliveryKind::Message;
    MessageId message;
    ConversationId conversation;
    IntegrationId integration;
    std::string body;
};

enum class AttemptFailure { Refused, Broken, TimedOut };
using AttemptResult = std::variant<int, AttemptFailure>;  // HTTP status, or none came

enum class DeliveryVerdict { Delivered, Retry, Failed };
std::string_view name_of(DeliveryVerdict verdict);

class Deliveries {
  public:
    explicit Deliveries(WebhookOrder order) : order_(order) {}

    // False if deliveries_max are waiting already; then it was not taken.
    bool add(Delivery delivery, base::TimePoint now);

    struct Attempt {
        DeliveryId id;
        int number;                // from 1
        const Delivery* delivery;  // lives until its final verdict
    };
    // The next attempt that is due, which counts as begun; nullopt if there is none.
    std::optional<Attempt> take_due(base::TimePoint now);

    struct Outcome {
        DeliveryVerdict verdict;
        int attempt;
        Delivery delivery;  // its body is left empty on Retry
    };
    // The result of an attempt that has begun.
    Outcome finished(DeliveryId id, AttemptResult result, base::TimePoint now);

    std::optional<base::TimePoint> next_wakeup() const;
    std::size_t size() const { return pending_.size(); }

  private:
    struct Pending {
        Delivery delivery;
        int attempts = 0;
    };

    void schedule(DeliveryId id, base::TimePoint when) { schedule_.emplace(when, id); }
    void leave_lane(DeliveryId id, const ConversationId& conversation, base::TimePoint now);

    WebhookOrder order_;
    std::map<DeliveryId, Pending> pending_;
    std::set<std::pair<base::TimePoint, DeliveryId>> schedule_;
    std::map<ConversationId, std::deque<DeliveryId>> lanes_;
    std::uint64_t next_id_ = 1;
};

}  // namespace mock
