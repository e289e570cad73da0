#include "harness/runner/runner.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "harness/runner/perform.h"
#include "harness/scenario/overloaded.h"

namespace runner {
namespace {

// How long a customer's client may still be trying when the story is over.
constexpr base::Duration last_lines_limit = std::chrono::seconds{60};

std::string agent_of(const scenario::Action& action) {
    if (const auto* const expect = std::get_if<scenario::Expect>(&action))
        return expect->pattern.target == scenario::Target::AgentSees ? expect->pattern.actor : "";
    if (const auto* const exactly = std::get_if<scenario::ExpectExactly>(&action))
        return exactly->pattern.target == scenario::Target::AgentSees ? exactly->pattern.actor : "";
    if (const auto* const never = std::get_if<scenario::Never>(&action))
        return never->pattern.target == scenario::Target::AgentSees ? never->pattern.actor : "";
    return std::visit(
        [](const auto& step) -> std::string {
            if constexpr (requires { step.agent; })
                return step.agent;
            else
                return {};
        },
        action);
}

std::string_view verb_of(scenario::Severity severity) {
    return severity == scenario::Severity::Hard ? "expect" : "check";
}

std::string headline(const scenario::Step& step) {
    if (const auto* const expect = std::get_if<scenario::Expect>(&step.action))
        return fmt::format("{} {}", verb_of(expect->severity),
                           scenario::key_of(expect->pattern.target, expect->pattern.actor));
    if (const auto* const exactly = std::get_if<scenario::ExpectExactly>(&step.action))
        return fmt::format("{} exactly {} {}", verb_of(exactly->severity), exactly->times,
                           scenario::key_of(exactly->pattern.target, exactly->pattern.actor));
    if (const auto* const never = std::get_if<scenario::Never>(&step.action))
        return "never " + scenario::key_of(never->pattern.target, never->pattern.actor);
    const std::string printed = scenario::print_step(step);
    return printed.substr(0, printed.find(": "));
}

bool is_soft(const scenario::Step& step) {
    const auto* const expect = std::get_if<scenario::Expect>(&step.action);
    if (expect != nullptr) return expect->severity == scenario::Severity::Soft;
    const auto* const exactly = std::get_if<scenario::ExpectExactly>(&step.action);
    return exactly != nullptr && exactly->severity == scenario::Severity::Soft;
}

class Run {
  public:
    Run(const scenario::Scenario& scenario, World& world, const Surroundings& surroundings,
        const RunOptions& options)
        : scenario_(scenario), stage_(world, surroundings, options.seed), options_(options) {
        result_.title = scenario.title;
        result_.xfail = scenario.xfail;
        result_.world = world.name();
        result_.seed = options.seed;
        for (const scenario::Step& step : scenario.steps)
            result_.steps.push_back({step.at.position, headline(step), StepVerdict::NotReached, {}, {}});
    }

    ScenarioResult play() {
        const base::Duration began = stage_.now();
        if (check_agents() && play_steps()) judge_the_end();
        result_.took = stage_.now() - began;
        return std::move(result_);
    }

  private:
    // A name that the organisation does not have is the file's fault; better told before anything happens.
    bool check_agents() {
        std::set<std::string> checked;
        for (const scenario::Step& step : scenario_.steps) {
            const std::string agent = agent_of(step.action);
            if (agent.empty() || !checked.insert(agent).second) continue;
            const auto outcome = control(stage_, agent_lookup(agent), step.at.position);
            if (!outcome.trouble) continue;
            fail(step, *outcome.trouble);
            return false;
        }
        return true;
    }

    bool play_steps() {
        for (std::size_t i = 0; i < scenario_.steps.size(); ++i) {
            const bool passed = play_step(scenario_.steps[i], result_.steps[i]);
            if (stage_.world().is_stopped() || (!passed && !is_soft(scenario_.steps[i]))) return false;
        }
        return true;
    }

    bool play_step(const scenario::Step& step, StepOutcome& outcome) {
        outcome.began = stage_.now();
        auto trouble = perform(step, {stage_, options_.idle_horizon, result_.notes});
        if (!trouble) trouble = broken_promise(step.at.position);
        outcome.took = stage_.now() - outcome.began;
        outcome.verdict = trouble ? StepVerdict::Failed : StepVerdict::Passed;
        if (trouble) fail(step, *trouble);
        return !trouble;
    }

    void judge_the_end() {
        const scenario::Step& last = scenario_.steps.back();
        for (auto& [name, client] : stage_.customers()) {
            const bool is_done =
                stage_.advance([&client] { return !client.has_pending_lines(); }, last_lines_limit);
            const std::string who = name.empty() ? "the customer" : name;
            if (!is_done)
                return fail(last, {Blame::Promise,
                                   {last.at.position,
                                    fmt::format("every line of {} to be accepted", who),
                                    "the bridge did not answer",
                                    {},
                                    {}}});
        }
        if (const auto trouble = broken_promise(last.at.position)) fail(last, *trouble);
    }

    std::optional<Trouble> broken_promise(document::Position at) {
        for (auto& [name, client] : stage_.customers()) {
            if (const auto refusal = client.take_refusal())
                return Trouble{Blame::Promise, {at, "the customer's line to be accepted", *refusal, {}, {}}};
            const auto broken = client.take_broken_promises();
            if (!broken.empty())
                return Trouble{Blame::Promise,
                               {at, "the chat channel to keep its promises", broken.front(), {}, broken}};
        }
        if (const auto& broken = stage_.watch().broken())
            return Trouble{Blame::Promise,
                           {at,
                            fmt::format("promise '{}' to be kept", broken->promise),
                            broken->what,
                            {},
                            broken->story}};
        if (stage_.observations().is_full())
            return Trouble{Blame::Promise,
                           {at, "a conversation that ends", "more events than a run may have", {}, {}}};
        return std::nullopt;
    }

    void fail(const scenario::Step& step, const Trouble& trouble) {
        const Mismatch& mismatch = trouble.mismatch;
        result_.failures.push_back({trouble.blame, step.at.position, headline(step), mismatch.at,
                                    mismatch.wanted, mismatch.got, mismatch.closest, mismatch.passed,
                                    stage_.now(), stage_.observations().latest(), stage_.captures()});
    }

    const scenario::Scenario& scenario_;
    Stage stage_;
    RunOptions options_;
    ScenarioResult result_;
};

}  // namespace

ScenarioResult run_scenario(const scenario::Scenario& scenario, World& world,
                            const Surroundings& surroundings, const RunOptions& options) {
    return Run(scenario, world, surroundings, options).play();
}

}  // namespace runner
