#include "harness/explore/play.h"

#include <string_view>

#include "harness/runner/runner.h"

namespace explore {
namespace {

constexpr std::uint64_t fnv_start = 0xcbf29ce484222325U;
constexpr std::uint64_t fnv_prime = 0x100000001b3U;

std::uint64_t hash_of(const std::vector<std::string>& lines) {
    std::uint64_t hash = fnv_start;
    const auto add = [&](char c) { hash = (hash ^ static_cast<unsigned char>(c)) * fnv_prime; };
    for (const std::string& line : lines) {
        for (const char c : line) add(c);
        add('\n');
    }
    return hash;
}

// Trace lines are "3.004000 bridge: webhook.accepted session=... to=active": the event, and the state it
// leads to.
std::optional<std::string> situation_of(std::string_view line) {
    for (const std::string_view who : {"bridge: ", "genesys: "}) {
        const std::size_t at = line.find(who);
        if (at == std::string_view::npos || at > line.find(' ') + 1) continue;
        const std::string_view rest = line.substr(at + who.size());
        const std::string_view event = rest.substr(0, rest.find(' '));
        if (event.find('.') == std::string_view::npos) return std::nullopt;
        const std::size_t to = rest.find(" to=");
        const bool is_state = event == "handover.state" && to != std::string_view::npos;
        if (!is_state) return std::string(event);
        const std::size_t from = rest.find(" from=");
        return std::string(event) + std::string(rest.substr(from, rest.find(' ', from + 1) - from)) +
               std::string(rest.substr(to, rest.find(' ', to + 1) - to));
    }
    return std::nullopt;
}

}  // namespace

Played play(const std::vector<scenario::Step>& steps, std::uint64_t seed, const Setting& setting) {
    scenario::Scenario story;
    story.steps = steps;
    const auto world = setting.make_world(seed);
    Played played;
    if (world == nullptr || steps.empty()) return played;
    const runner::RunOptions options{.seed = seed,
                                     .impossible = runner::RunOptions::Impossible::IsPassedOver};
    const runner::ScenarioResult result = runner::run_scenario(story, *world, setting.surroundings, options);
    for (const runner::StepOutcome& outcome : result.steps)
        played.was_possible.push_back(outcome.verdict == runner::StepVerdict::Passed ||
                                      outcome.verdict == runner::StepVerdict::Failed);
    played.facts = result.facts;
    played.took = result.took;
    const auto trace = world->trace();
    played.trace_hash = hash_of(trace);
    for (const std::string& line : trace)
        if (auto situation = situation_of(line)) played.situations.insert(*std::move(situation));
    if (result.passed()) return played;
    const runner::Failure& failure = result.failures.back();
    Finding finding{failure.promise.empty() ? "lines-accepted" : failure.promise, failure.got, failure.passed,
                    0};
    for (std::size_t i = 0; i < result.steps.size(); ++i)
        if (result.steps[i].verdict == runner::StepVerdict::Failed) finding.step = i;
    played.finding = std::move(finding);
    return played;
}

std::vector<scenario::Step> performed(const std::vector<scenario::Step>& steps, const Played& played) {
    std::vector<scenario::Step> done;
    for (std::size_t i = 0; i < steps.size() && i < played.was_possible.size(); ++i)
        if (played.was_possible[i]) done.push_back(steps[i]);
    return done;
}

}  // namespace explore
