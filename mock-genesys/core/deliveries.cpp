#include "mock-genesys/core/deliveries.h"

#include "foundation/base/check.h"

namespace mock {
namespace {

constexpr int status_too_many_requests = 429;

bool is_success(const AttemptResult& result) {
    const int* const status = std::get_if<int>(&result);
    return status != nullptr && *status >= 200 && *status < 300;
}

bool is_worth_repeating(const AttemptResult& result) {
    const int* const status = std::get_if<int>(&result);
    return status == nullptr || *status == status_too_many_requests || (*status >= 500 && *status < 600);
}

DeliveryVerdict judge(const AttemptResult& result, int attempts) {
    if (is_success(result)) return DeliveryVerdict::Delivered;
    return is_worth_repeating(result) && attempts < attempts_max ? DeliveryVerdict::Retry
                                                                 : DeliveryVerdict::Failed;
}

}  // namespace

std::string_view name_of(DeliveryVerdict verdict) {
    switch (verdict) {
        case DeliveryVerdict::Delivered:
            return "delivered";
        case DeliveryVerdict::Retry:
            return "retry";
        case DeliveryVerdict::Failed:
            return "failed";
    }
    std::unreachable();
}

bool Deliveries::add(Delivery delivery, base::TimePoint now) {
    if (pending_.size() >= deliveries_max) return false;
    const DeliveryId id{next_id_++};
    bool starts_now = true;
    if (order_ == WebhookOrder::PerConversation) {
        auto& lane = lanes_[delivery.conversation];
        lane.push_back(id);
        starts_now = lane.size() == 1;
    }
    pending_.emplace(id, Pending{std::move(delivery)});
    if (starts_now) schedule(id, now);
    return true;
}

std::optional<Deliveries::Attempt> Deliveries::take_due(base::TimePoint now) {
    if (schedule_.empty() || schedule_.begin()->first > now) return std::nullopt;
    const DeliveryId id = schedule_.begin()->second;
    schedule_.erase(schedule_.begin());
    Pending& pending = pending_.at(id);
    ++pending.attempts;
    return Attempt{id, pending.attempts, &pending.delivery};
}

Deliveries::Outcome Deliveries::finished(DeliveryId id, AttemptResult result, base::TimePoint now) {
    const auto found = pending_.find(id);
    base::check(found != pending_.end(), "a result belongs to a delivery that is under way");
    Pending& pending = found->second;
    const DeliveryVerdict verdict = judge(result, pending.attempts);
    if (verdict == DeliveryVerdict::Retry) {
        schedule(id, now + retry_gap);
        const Delivery& again = pending.delivery;
        return {verdict,
                pending.attempts,
                {again.kind, again.message, again.conversation, again.integration, {}}};
    }
    Outcome outcome{verdict, pending.attempts, std::move(pending.delivery)};
    pending_.erase(found);
    leave_lane(id, outcome.delivery.conversation, now);
    return outcome;
}

void Deliveries::leave_lane(DeliveryId id, const ConversationId& conversation, base::TimePoint now) {
    const auto lane = lanes_.find(conversation);
    if (lane == lanes_.end()) return;
    base::check(lane->second.front() == id, "only the first of a lane is attempted");
    lane->second.pop_front();
    if (lane->second.empty())
        lanes_.erase(lane);
    else
        schedule(lane->second.front(), now);
}

std::optional<base::TimePoint> Deliveries::next_wakeup() const {
    if (schedule_.empty()) return std::nullopt;
    return schedule_.begin()->first;
}

}  // namespace mock
