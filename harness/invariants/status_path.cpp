// A handover goes forward: queue, active, one end, each told at most once; the next handover begins after it
// and has the next number.
#include <fmt/format.h>

#include <utility>

#include "harness/invariants/promises.h"

namespace invariants {
namespace {

// The rank of a status within its handover; ends share one.
constexpr int rank_end = 3;
int rank_of(const std::string& status) {
    if (status == "queue") return 1;
    return status == "active" ? 2 : rank_end;
}

class StatusPath : public Watching<StatusPath> {
  public:
    std::string_view name() const override { return "status-path"; }

    using Watching::see;
    std::optional<Breach> see(const StatusSeen& fact, const Seen& seen) {
        const auto [place, is_first] = latest_.try_emplace(fact.customer);
        const Latest before =
            std::exchange(place->second, {fact.generation, rank_of(fact.status), seen.number});
        if (is_first) return std::nullopt;
        const bool goes_forward = fact.generation == before.generation && rank_of(fact.status) > before.rank;
        const bool begins_anew = fact.generation == before.generation + 1 && before.rank == rank_end;
        if (goes_forward || begins_anew) return std::nullopt;
        return Breach{fmt::format("status {} of handover {} cannot follow", fact.status, fact.generation),
                      {before.fact, seen.number}};
    }

  private:
    struct Latest {
        std::int64_t generation = 0;
        int rank = 0;
        std::size_t fact = 0;
    };
    std::map<std::string, Latest> latest_;  // by customer
};

}  // namespace

PromisePtr status_path() { return std::make_unique<StatusPath>(); }

}  // namespace invariants
