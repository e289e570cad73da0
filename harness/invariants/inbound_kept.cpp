// A line that the bridge acknowledged while a human owned the chat reaches Genesys Cloud, unless the handover
// ended around that time or the bridge was given a reason to give the line up.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "harness/invariants/line_matching.h"
#include "harness/invariants/promises.h"

namespace invariants {
namespace {

// The end of a handover and a line cross on the way; whoever of them came first decides, and only the bridge
// knows.
constexpr base::Duration crossing_time = std::chrono::seconds{3};
// So many failures in a row are enough to give a line up.
constexpr std::int64_t failures_before_giving_up = 10;
constexpr int client_error_first = 400;
constexpr int server_error_first = 500;

bool is_end(const std::string& status) {
    return status == "completed" || status == "cancelled" || status == "error";
}

// A refusal that no repetition mends.
bool is_final(int status) {
    constexpr std::array<int, 2> worth_repeating{408, 429};
    return status >= client_error_first && status < server_error_first &&
           std::ranges::find(worth_repeating, status) == worth_repeating.end();
}

class InboundKept : public Watching<InboundKept> {
  public:
    std::string_view name() const override { return "inbound-kept"; }

    using Watching::see;
    std::optional<Breach> see(const LineWritten& fact, const Seen& seen) {
        lines_.written(fact, seen.number);
        const bool is_humans = chats_[fact.customer].is_open;
        if (is_humans) owed_.insert_or_assign(fact.message, Owed{fact.customer, seen.time, 0, {}});
        return std::nullopt;
    }
    std::optional<Breach> see(const LineAcknowledged& fact, const Seen& seen) {
        const auto owed = owed_.find(fact.message);
        if (owed == owed_.end()) return std::nullopt;
        owed->second.acknowledged = seen.number;
        owed->second.acknowledged_at = seen.time;
        return std::nullopt;
    }
    std::optional<Breach> see(const StatusSeen& fact, const Seen& seen) {
        Chat& chat = chats_[fact.customer];
        chat.is_open = !is_end(fact.status);
        if (chat.is_open) return std::nullopt;
        const bool was_given_up = fact.status != "completed";
        std::erase_if(owed_, [&](const auto& entry) {
            const Owed& owed = entry.second;
            const bool crossed = owed.acknowledged == 0 || seen.time - owed.acknowledged_at <= crossing_time;
            return owed.customer == fact.customer && (was_given_up || crossed);
        });
        return std::nullopt;
    }
    std::optional<Breach> see(const InboundTaken& fact, const Seen& seen) {
        const auto arrival = lines_.arrived(fact, seen.number);
        if (arrival.line != nullptr) owed_.erase(arrival.line->message);
        if (arrival.as == LineMatching::Arrival::As::Story) forget_told(fact.address, seen.number);
        return std::nullopt;
    }
    // A refused token earns one more attempt; a second refusal is final.
    std::optional<Breach> see(const TokensExpired& /*fact*/, const Seen& /*seen*/) {
        for (auto& [message, owed] : owed_) ++owed.expiries;
        std::erase_if(owed_, [](const auto& entry) { return entry.second.expiries >= 2; });
        return std::nullopt;
    }
    std::optional<Breach> see(const FaultArmed& fact, const Seen& /*seen*/) {
        if (fact.on == FaultArmed::On::Webhooks) return std::nullopt;
        failures_ += fact.first;
        may_give_up_ = may_give_up_ || is_final(fact.status) || failures_ >= failures_before_giving_up;
        return std::nullopt;
    }

    std::optional<Breach> at_rest() const override {
        if (may_give_up_) return std::nullopt;
        for (const auto& [address, lines] : lines_.lines()) {
            for (const WrittenLine& line : lines) {
                const auto owed = owed_.find(line.message);
                if (owed == owed_.end() || owed->second.acknowledged == 0) continue;
                return Breach{fmt::format("line {} of {} was acknowledged and never reached Genesys Cloud",
                                          line.message, address),
                              {line.fact, owed->second.acknowledged}};
            }
        }
        return std::nullopt;
    }

  private:
    struct Chat {
        bool is_open = false;  // a human owns it, as the customer was told
    };
    struct Owed {
        std::string customer;
        base::Duration written_at{};
        std::size_t acknowledged = 0;  // its fact; 0: not yet
        base::Duration acknowledged_at{};
        int expiries = 0;  // of tokens since it was written
    };
    void forget_told(const std::string& address, std::size_t number) {
        for (const WrittenLine& line : lines_.lines().at(address))
            if (line.arrived == number) owed_.erase(line.message);
    }

    LineMatching lines_;
    std::map<std::string, Chat> chats_;
    std::map<std::string, Owed> owed_;  // by message
    std::int64_t failures_ = 0;
    bool may_give_up_ = false;
};

}  // namespace

PromisePtr inbound_kept() { return std::make_unique<InboundKept>(); }

}  // namespace invariants
