#include "harness/explore/coverage.h"

#include <fmt/format.h>

#include <array>
#include <set>
#include <string_view>

#include "harness/explore/kind.h"

namespace explore {
namespace {

// What exploration is meant to reach.
constexpr std::array<std::string_view, 19> wanted_steps{"agent.accepts",
                                                        "agent.disconnects",
                                                        "agent.off-queue",
                                                        "agent.on-queue",
                                                        "agent",
                                                        "agent.wraps-up",
                                                        "after",
                                                        "fault",
                                                        "genesys.clears-faults",
                                                        "genesys.expires-tokens",
                                                        "bridge.crashes",
                                                        "bridge.restarts",
                                                        "customer",
                                                        "customer.repeats",
                                                        "customer.reconnects",
                                                        "customer.reloads",
                                                        "customer.leaves",
                                                        "customer.returns",
                                                        "webhook.forged"};
// The moves of the handover machine.
constexpr std::array<std::string_view, 13> wanted_moves{
    "idle to starting",      "starting to queued",  "starting to active", "starting to failed",
    "starting to cancelled", "queued to active",    "queued to wrapping", "queued to cancelled",
    "active to wrapping",    "active to cancelled", "wrapping to active", "wrapping to queued",
    "wrapping to completed"};

}  // namespace

void Coverage::add(const std::vector<scenario::Step>& steps, const Played& played) {
    std::set<std::string> situations = played.situations;
    for (const scenario::Step& step : performed(steps, played)) situations.insert("step " + key_of(step));
    for (const std::string& situation : situations) ++seen_[situation];
}

std::vector<std::string> Coverage::never_reached() const {
    std::vector<std::string> missing;
    for (const std::string_view step : wanted_steps)
        if (std::string name = fmt::format("step {}", step); !seen_.contains(name))
            missing.push_back(std::move(name));
    for (const std::string_view move : wanted_moves) {
        const std::size_t cut = move.find(" to ");
        const std::string name =
            fmt::format("handover.state from={} to={}", move.substr(0, cut), move.substr(cut + 4));
        if (!seen_.contains(name)) missing.push_back(name);
    }
    return missing;
}

std::string Coverage::table() const {
    std::string out;
    for (const auto& [situation, runs] : seen_) out += fmt::format("  {:<50} {:>8}\n", situation, runs);
    return out;
}

}  // namespace explore
