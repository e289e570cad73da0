#include "harness/adapter/playable.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "harness/adapter/step_names.h"

namespace adapter {
namespace {

using Reason = std::optional<std::string>;

// What no adapter can give: it has no words for it.
Reason out_of_reach(std::string_view step, const Adapter& adapter) {
    constexpr std::string_view bot = "only a bridge with a bot of ours tells how a handover stands";
    constexpr std::string_view page = "an adapter does not say how the customer's page connects";
    constexpr std::array<std::pair<std::string_view, std::string_view>, 5> reasons{
        std::pair{"customer.status", bot},   {"bot.resumes", bot},      {"customer.reconnects", page},
        std::pair{"customer.reloads", page}, {"customer.leaves", page},
    };
    const auto* const found =
        std::ranges::find(reasons, step, &std::pair<std::string_view, std::string_view>::first);
    if (found != reasons.end()) return std::string(found->second);
    if (step == "customer.sees" && !adapter.sees)
        return "the adapter file does not say what the customer sees";
    if (step.starts_with("bridge.") && !adapter.survives_crash)
        return "the adapter file does not say survivesCrash: true";
    return std::nullopt;
}

Reason why_not(const scenario::Step& step, const Adapter& adapter) {
    const std::string name = step_name(step.action);
    const unsigned line = step.at.position.line;
    const auto inability = std::ranges::find_if(
        adapter.cannot, [&](const Inability& one) { return !one.step.empty() && one.step == name; });
    if (inability != adapter.cannot.end())
        return fmt::format("{} in line {}: {}", name, line, inability->because);
    if (const auto reason = out_of_reach(name, adapter))
        return fmt::format("{} in line {}: {}", name, line, *reason);
    return std::nullopt;
}

}  // namespace

Reason why_not(const scenario::Scenario& scenario, const Adapter& adapter) {
    for (const Inability& one : adapter.cannot)
        if (std::ranges::find(scenario.tags, one.tag) != scenario.tags.end())
            return fmt::format("tag {}: {}", one.tag, one.because);
    for (const scenario::Step& step : scenario.steps)
        if (auto reason = why_not(step, adapter)) return reason;
    return std::nullopt;
}

}  // namespace adapter
