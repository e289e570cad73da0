#include "harness/sim/rule.h"

#include "foundation/host/host.h"

namespace sim {

std::string_view name_of(Leg leg) {
    switch (leg) {
        case Leg::Request:
            return "request";
        case Leg::Response:
            return "response";
        case Leg::Stream:
            return "stream";
    }
    return "unknown";
}

bool matches(const Match& match, const Passage& passage) {
    if (match.leg && *match.leg != passage.leg) return false;
    if (!match.from.empty() && match.from != passage.from) return false;
    if (!match.to.empty() && match.to != passage.to) return false;
    if (!match.method.empty() && match.method != passage.method) return false;
    return passage.path.starts_with(match.path_prefix);
}

bool acts_on(const Action& action, Leg leg) {
    return std::visit(host::Overloaded{
                          [](const Delay&) { return true; },
                          [](const Drop&) { return true; },
                          [leg](const Duplicate&) { return leg == Leg::Request; },
                          [leg](const Reorder&) { return leg != Leg::Stream; },
                          [leg](const LoseResponse&) { return leg == Leg::Response; },
                      },
                      action);
}

}  // namespace sim
