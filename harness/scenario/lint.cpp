#include "harness/scenario/lint.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "harness/scenario/references.h"

namespace scenario {
namespace {

using document::Position;
using document::Problems;

bool is_expectation(const Step& step) {
    return std::holds_alternative<Expect>(step.action) ||
           std::holds_alternative<ExpectExactly>(step.action) || std::holds_alternative<Never>(step.action) ||
           std::holds_alternative<ForgeWebhook>(step.action);
}

const Pattern* expected_of(const Step& step) {
    if (const auto* const expect = std::get_if<Expect>(&step.action)) return &expect->pattern;
    return nullptr;
}

void find_unused_captures(const Scenario& scenario, Problems& problems) {
    std::map<std::string, Position> unused;
    for (const Step& step : scenario.steps) {
        for (const std::string& name : captures_in(print_step(step))) unused.erase(name);
        for (const std::string& name : captured_by(step.action)) {
            if (const auto found = unused.find(name); found != unused.end())
                problems.push_back({found->second,
                                    fmt::format("nothing uses the capture '{}' before it is "
                                                "captured again",
                                                name),
                                    "give one of the two another name"});
            unused.insert_or_assign(name, step.at.position);
        }
    }
    for (const auto& [name, at] : unused)
        problems.push_back({at, fmt::format("nothing uses the capture '{}'", name),
                            fmt::format("write ${{{}}} in a step below, or leave the capture out", name)});
}

// What the bridge tells cannot be seen while it is down.
bool needs_the_bridge(const Pattern& pattern) {
    return pattern.target == Target::CustomerSees || pattern.target == Target::CustomerStatus ||
           pattern.target == Target::BotResumes;
}

void find_steps_without_a_bridge(const Scenario& scenario, Problems& problems) {
    bool is_up = true;
    for (const Step& step : scenario.steps) {
        const bool crashes = std::holds_alternative<CrashBridge>(step.action);
        const bool restarts = std::holds_alternative<RestartBridge>(step.action);
        const Pattern* const pattern = expected_of(step);
        if (crashes && !is_up)
            problems.push_back({step.at.position, "the bridge is down already", "restart it first"});
        if (restarts && is_up)
            problems.push_back({step.at.position, "the bridge runs already", "let it crash first"});
        if (!is_up && pattern != nullptr && needs_the_bridge(*pattern))
            problems.push_back({step.at.position, "the bridge is down: nothing new can be seen here",
                                "write - bridge.restarts above, or the step above the crash"});
        is_up = restarts || (is_up && !crashes);
    }
}

void find_idle_faults(const Scenario& scenario, Problems& problems) {
    if (scenario.steps.empty()) return;
    const Step& last = scenario.steps.back();
    if (std::holds_alternative<InjectFault>(last.action))
        problems.push_back({last.at.position, "no step comes after this fault, so nothing meets it",
                            "a fault stands above what it disturbs"});
}

void find_empty_proof(const Scenario& scenario, Problems& problems) {
    if (!scenario.steps.empty() && !std::ranges::any_of(scenario.steps, is_expectation))
        problems.push_back({scenario.steps.back().at.position,
                            "nothing is expected: this scenario proves little",
                            "write what somebody must see: - expect: { customer.sees: \"Hello\" }"});
}

}  // namespace

Problems lint(const Scenario& scenario) {
    Problems problems;
    find_unused_captures(scenario, problems);
    find_steps_without_a_bridge(scenario, problems);
    find_idle_faults(scenario, problems);
    find_empty_proof(scenario, problems);
    std::ranges::sort(problems, [](const auto& left, const auto& right) {
        return std::tie(left.at, left.what) < std::tie(right.at, right.what);
    });
    return problems;
}

}  // namespace scenario
