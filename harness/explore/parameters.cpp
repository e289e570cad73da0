#include "harness/explore/parameters.h"

#include <fmt/format.h>
#include <rapidcheck.h>

#include <set>

#include "foundation/base/random.h"

namespace explore {
namespace {

// Without these nothing happens.
const std::set<Kind> always{Kind::AskForHuman, Kind::Say, Kind::OnQueue, Kind::Accept, Kind::AgentSays};

rc::Gen<Parameters> parameters() {
    return rc::gen::exec([] {
        Parameters drawn;
        drawn.steps = *rc::gen::inRange(steps_at_least, steps_at_most + 1);
        drawn.customers = *rc::gen::inRange(1, customers_at_most + 1);
        for (const Kind kind : all_kinds) {
            const bool exists = always.contains(kind) || *rc::gen::inRange(0, 2) == 1;
            if (exists) drawn.weights[kind] = *rc::gen::inRange(1, weight_at_most + 1);
        }
        // A bridge that crashes and is never started again has no story.
        if (drawn.weights.contains(Kind::Crash)) drawn.weights.try_emplace(Kind::Restart, weight_at_most);
        return drawn;
    });
}

}  // namespace

Parameters draw_parameters(std::uint64_t seed) {
    const rc::Random random(base::derive_seed(seed, "parameters"));
    return parameters()(random).value();
}

std::string describe(const Parameters& parameters) {
    std::string out = fmt::format("steps {}, customers {}", parameters.steps, parameters.customers);
    for (const auto& [kind, weight] : parameters.weights)
        out += fmt::format(", {} {}", name_of(kind), weight);
    return out;
}

}  // namespace explore
