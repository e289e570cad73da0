#include "harness/explore/shrink.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "harness/explore/simpler.h"

namespace explore {
namespace {

using Steps = std::vector<scenario::Step>;

class Shrinker {
  public:
    Shrinker(Steps steps, const Played& found, const Try& attempt) : attempt_(attempt) {
        shrunk_.steps_before = steps.size();
        shrunk_.finding = *found.finding;
        shrunk_.steps = performed(steps, found);
        if (!accepts(shrunk_.steps)) shrunk_.steps = std::move(steps);
    }

    Shrunk run() {
        bool has_changed = true;
        while (has_changed && has_tries()) {
            has_changed = take_away();
            has_changed = simplify() || has_changed;
        }
        return std::move(shrunk_);
    }

  private:
    bool has_tries() const { return shrunk_.tries < shrink_tries_max; }

    // Keeps the candidate if it breaks the same promise.
    bool accepts(const Steps& candidate) {
        if (!has_tries() || candidate.empty()) return false;
        ++shrunk_.tries;
        const Played played = attempt_(candidate);
        if (!played.finding || played.finding->promise != shrunk_.finding.promise) return false;
        shrunk_.finding = *played.finding;
        shrunk_.steps = candidate;
        return true;
    }

    bool take_away() {
        bool has_changed = false;
        for (std::size_t length = std::max<std::size_t>(shrunk_.steps.size() / 2, 1); length > 0; length /= 2)
            has_changed = take_away(length) || has_changed;
        return has_changed;
    }

    // From the end, since what comes late is seldom needed.
    bool take_away(std::size_t length) {
        bool has_changed = false;
        std::size_t end = shrunk_.steps.size();
        while (end > 0 && has_tries()) {
            const std::size_t begin = end - std::min(end, length);
            Steps candidate(shrunk_.steps.begin(),
                            std::next(shrunk_.steps.begin(), static_cast<long>(begin)));
            candidate.insert(candidate.end(), std::next(shrunk_.steps.begin(), static_cast<long>(end)),
                             shrunk_.steps.end());
            has_changed = accepts(candidate) || has_changed;
            end = begin;
        }
        return has_changed;
    }

    bool simplify() {
        bool has_changed = false;
        for (std::size_t i = 0; i < shrunk_.steps.size(); ++i) {
            for (const scenario::Step& simpler : simpler_than(shrunk_.steps[i])) {
                Steps candidate = shrunk_.steps;
                candidate[i] = simpler;
                if (!accepts(candidate)) continue;
                has_changed = true;
                break;
            }
        }
        for (Steps& candidate : renamed(shrunk_.steps))
            if (candidate != shrunk_.steps) has_changed = accepts(candidate) || has_changed;
        return has_changed;
    }

    const Try& attempt_;
    Shrunk shrunk_;
};

}  // namespace

Shrunk shrink(std::vector<scenario::Step> steps, const Played& found, const Try& attempt) {
    return Shrinker(std::move(steps), found, attempt).run();
}

}  // namespace explore
